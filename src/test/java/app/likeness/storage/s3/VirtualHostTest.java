package app.likeness.storage.s3;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.storage.Samples;
import app.likeness.storage.UploadTicket;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/// Where buckets stand in the host's name.
class VirtualHostTest {
  private static final byte[] PHOTO = Samples.bytes(2_000, 1);
  private static final String KEY = "photos-raw/2026/beach.jpg";

  @Test
  void awsIsAddressedByItsRegionsName() {
    AwsCredentials keys = AwsBasicCredentials.create("id", "secret");
    try (S3ObjectStore store =
        new S3ObjectStore(
            S3Description.aws("eu-central-1", "photos"), StaticCredentialsProvider.create(keys))) {
      URI view = store.view(KEY).orElseThrow().url();
      assertThat(view.getScheme()).isEqualTo("https");
      assertThat(view.getHost()).isEqualTo("photos.s3.eu-central-1.amazonaws.com");
      assertThat(store.form(Samples.object(KEY, PHOTO)).url().toString())
          .isEqualTo("https://photos.s3.eu-central-1.amazonaws.com");
    }
  }

  @Test
  @Tag("ceph")
  void aTicketIsTakenThere() throws Exception {
    Ceph ceph = Ceph.started();
    ceph.empty("photos");
    S3Description description =
        S3Description.at(
            URI.create("http://s3.example:" + ceph.endpoint().getPort()),
            "us-east-1",
            new Dialect(false, false, false),
            "photos");
    try (S3ObjectStore store =
        new S3ObjectStore(
            description,
            StaticCredentialsProvider.create(ceph.keys()),
            new ServerClock(Instant::now))) {
      UploadTicket.Put put = store.put(Samples.object(KEY, PHOTO));
      assertThat(put.url().getHost()).isEqualTo("photos.s3.example");
      assertThat(put(put, "photos.s3.example")).startsWith("HTTP/1.1 200");
      assertThat(put(put, "thumbs.s3.example")).startsWith("HTTP/1.1 403");
    }
  }

  // No client of ours lets the name in a request differ from the one it connects to.
  private static String put(UploadTicket.Put put, String host) throws Exception {
    int port = put.url().getPort();
    StringBuilder head =
        new StringBuilder(
            "PUT %s?%s HTTP/1.1\r\nHost: %s:%d\r\nConnection: close\r\n"
                .formatted(put.url().getRawPath(), put.url().getRawQuery(), host, port));
    for (Map.Entry<String, String> header : put.headers().entrySet()) {
      head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
    }
    try (Socket line = new Socket(InetAddress.getLoopbackAddress(), port)) {
      OutputStream out = line.getOutputStream();
      out.write(head.append("\r\n").toString().getBytes(US_ASCII));
      out.write(PHOTO);
      out.flush();
      return new BufferedReader(new InputStreamReader(line.getInputStream(), US_ASCII)).readLine();
    }
  }
}
