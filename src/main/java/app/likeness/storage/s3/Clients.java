package app.likeness.storage.s3;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.LegacyMd5Plugin;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/// Makes the SDK speak as a store understands.
final class Clients {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration STALL = Duration.ofSeconds(60);

  private Clients() {}

  static S3Client of(
      S3Description description, AwsCredentialsProvider credentials, ServerClock clock) {
    boolean checksums = description.dialect().checksums();
    S3ClientBuilder client =
        S3Client.builder()
            .region(Region.of(description.region()))
            .endpointOverride(description.endpoint())
            .forcePathStyle(description.dialect().pathStyle())
            .credentialsProvider(credentials)
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(STALL))
            .requestChecksumCalculation(
                checksums
                    ? RequestChecksumCalculation.WHEN_SUPPORTED
                    : RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(checksums))
            .overrideConfiguration(
                b ->
                    b.retryStrategy(AwsRetryStrategy.standardRetryStrategy())
                        .addExecutionInterceptor(new DateListener(clock)));
    return (checksums ? client : client.addPlugin(LegacyMd5Plugin.create())).build();
  }

  /// What a slash and a key are appended to.
  static URI url(S3Client client, String bucket) {
    String object = client.utilities().getUrl(b -> b.bucket(bucket).key("x")).toString();
    return URI.create(object.substring(0, object.length() - "/x".length()));
  }

  static void encrypt(PutObjectRequest.Builder request, Encryption encryption) {
    switch (encryption) {
      case Encryption.AsTheBucket _ -> {}
      case Encryption.Aes256 _ -> request.serverSideEncryption(ServerSideEncryption.AES256);
      case Encryption.Kms(String key) ->
          request.serverSideEncryption(ServerSideEncryption.AWS_KMS).ssekmsKeyId(key);
    }
  }

  /// Lets a clock hear the time that each answer tells.
  private record DateListener(ServerClock clock) implements ExecutionInterceptor {
    @Override
    public void afterTransmission(
        Context.AfterTransmission context, ExecutionAttributes attributes) {
      context.httpResponse().firstMatchingHeader("Date").ifPresent(clock::learn);
    }
  }
}
