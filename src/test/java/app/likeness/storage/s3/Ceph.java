package app.likeness.storage.s3;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/// The radosgw that `src/test/ceph/start FOLDER` has started; `-Dlikeness.ceph=FOLDER` says which.
record Ceph(URI endpoint, AwsCredentials keys) {

  static Ceph started() {
    String folder =
        Objects.requireNonNull(
            System.getProperty("likeness.ceph"), "Give -Dlikeness.ceph=FOLDER, see src/test/ceph");
    Properties told = new Properties();
    try (Reader in = Files.newBufferedReader(Path.of(folder, "s3.properties"))) {
      told.load(in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return new Ceph(
        URI.create(told.getProperty("endpoint")),
        AwsBasicCredentials.create(told.getProperty("id"), told.getProperty("secret")));
  }

  /// Leaves these buckets, empty, and no others.
  void empty(String... buckets) {
    try (S3Client client = client()) {
      for (Bucket bucket : client.listBuckets().buckets()) {
        List<S3Object> left = client.listObjects(b -> b.bucket(bucket.name())).contents();
        left.forEach(object -> client.deleteObject(b -> b.bucket(bucket.name()).key(object.key())));
        if (!List.of(buckets).contains(bucket.name())) {
          client.deleteBucket(b -> b.bucket(bucket.name()));
        }
      }
      for (String bucket : buckets) {
        client.createBucket(b -> b.bucket(bucket));
      }
    }
  }

  S3Client client() {
    return S3Client.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .forcePathStyle(true)
        .credentialsProvider(StaticCredentialsProvider.create(keys))
        .build();
  }

  /// A session that ends in an hour.
  AwsCredentialsProvider session() {
    StsClient sts =
        StsClient.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(keys))
            .build();
    return StsAssumeRoleCredentialsProvider.builder()
        .stsClient(sts)
        .refreshRequest(
            b ->
                b.roleArn("arn:aws:iam:::role/guest")
                    .roleSessionName("likeness")
                    .durationSeconds(3600))
        .build();
  }
}
