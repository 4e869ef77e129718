package app.likeness.faces.rekognition;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rekognition.RekognitionClient;

/// Which collection of Amazon Rekognition to use, and on whose behalf.
///
/// @param endpoint another address than the region's own, `null` for AWS
public record RekognitionAccess(
    Region region,
    AwsCredentialsProvider credentials,
    @Nullable URI endpoint,
    String collection) {
  private static final Duration ATTEMPT = Duration.ofSeconds(30);
  private static final Duration CALL = Duration.ofMinutes(2);

  RekognitionClient client() {
    return RekognitionClient.builder()
        .region(region)
        .credentialsProvider(credentials)
        .endpointOverride(endpoint)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(
            ClientOverrideConfiguration.builder()
                .retryStrategy(RetryMode.STANDARD)
                .apiCallAttemptTimeout(ATTEMPT)
                .apiCallTimeout(CALL)
                .build())
        .build();
  }

  /// Shows no credentials.
  @Override
  public String toString() {
    return "the collection " + collection + " in " + region;
  }
}
