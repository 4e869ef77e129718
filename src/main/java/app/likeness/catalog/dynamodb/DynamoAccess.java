package app.likeness.catalog.dynamodb;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Where DynamoDB is, and on whose behalf it is spoken to.
///
/// @param endpoint another address than the region's own, `null` for AWS
public record DynamoAccess(
    Region region, AwsCredentialsProvider credentials, @Nullable URI endpoint) {
  /// Shorter than the lease of a writer, so that a late request cannot follow its loss.
  private static final Duration ATTEMPT = Duration.ofSeconds(5);
  private static final Duration CALL = Duration.ofSeconds(15);

  DynamoDbClient client() {
    return client(ClientOverrideConfiguration.builder());
  }

  DynamoDbClient client(ClientOverrideConfiguration.Builder configuration) {
    return DynamoDbClient.builder()
        .region(region)
        .credentialsProvider(credentials)
        .endpointOverride(endpoint)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(
            configuration
                .retryStrategy(RetryMode.STANDARD)
                .apiCallAttemptTimeout(ATTEMPT)
                .apiCallTimeout(CALL)
                .build())
        .build();
  }

  /// Shows no credentials.
  @Override
  public String toString() {
    return "DynamoDB in " + region;
  }
}
