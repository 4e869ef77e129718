package app.likeness.storage.s3;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/// A plain S3 server on the loopback: S3Proxy as it comes, with buckets in a folder.
public final class S3Server implements AutoCloseable {
  public static final AwsCredentials KEYS = AwsBasicCredentials.create("loopback", "not-a-secret");

  private final S3Proxy proxy;

  public S3Server(Path folder, List<String> buckets) throws Exception {
    Files.createDirectories(folder);
    for (String bucket : buckets) {
      Files.createDirectories(folder.resolve(bucket));
    }
    proxy =
        S3Proxy.builder()
            .blobStore(new FilesystemNio2BlobStore(folder.toString()))
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(
                AuthenticationType.AWS_V4, KEYS.accessKeyId(), KEYS.secretAccessKey())
            .ignoreUnknownHeaders(true)
            .stopTimeout(1_000)
            .build();
    proxy.start();
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + proxy.getPort());
  }

  @Override
  public void close() {
    try {
      proxy.stop();
    } catch (Exception _) {
      // A connection that a client keeps takes longer than it waits.
    }
  }
}
