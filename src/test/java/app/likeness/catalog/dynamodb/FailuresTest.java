package app.likeness.catalog.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.model.GalleryException;
import app.likeness.model.GalleryException.Denied;
import app.likeness.model.GalleryException.NotFound;
import app.likeness.model.GalleryException.Unavailable;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;

/// What DynamoDB answers when it does not do what it is asked becomes one sentence.
class FailuresTest {
  private static final AwsCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "very-secret"));

  private final AtomicInteger requests = new AtomicInteger();

  private void refused(
      int status, String type, Class<? extends GalleryException> as, String message)
      throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] body = ("{\"__type\":\"com.amazonaws#" + type + "\",\"message\":\"No.\"}")
        .getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      failing(server.getAddress().getPort(), CREDENTIALS, as, message);
    } finally {
      server.stop(0);
    }
  }

  private static void failing(
      int port,
      AwsCredentialsProvider credentials,
      Class<? extends GalleryException> as,
      String message) {
    DynamoAccess access =
        new DynamoAccess(Region.EU_CENTRAL_1, credentials, URI.create("http://127.0.0.1:" + port));
    assertThat(access.toString()).doesNotContain("secret");
    assertThatThrownBy(() -> DynamoCatalog.open(access, TableNames.prefixed("")))
        .isInstanceOf(as)
        .hasMessageContaining(message)
        .message()
        .doesNotContain("secret");
  }

  @Test
  void throttlingIsTriedAgainAndThenTold() throws IOException {
    refused(400, "ProvisionedThroughputExceededException", Unavailable.class, "no more requests");
    assertThat(requests).hasValueGreaterThan(2);
  }

  @Test
  void aFailureOfTheServerIsTriedAgainAndThenTold() throws IOException {
    refused(500, "InternalServerError", Unavailable.class, "failure of its own");
    assertThat(requests).hasValueGreaterThan(2);
  }

  @Test
  void whoMayNotIsToldToCheckTheProfile() throws IOException {
    refused(400, "AccessDeniedException", Denied.class, "AWS profile");
    assertThat(requests).hasValue(1);
  }

  @Test
  void whoseSessionIsOverIsToldToSignIn() throws IOException {
    refused(400, "ExpiredTokenException", Denied.class, "sign in again");
  }

  @Test
  void missingTablesAreToBeMade() throws IOException {
    refused(400, "ResourceNotFoundException", NotFound.class, "likeness cloud init");
  }

  @Test
  void aNetworkThatIsGoneIsTold() {
    failing(1, CREDENTIALS, Unavailable.class, "check the network");
  }

  @Test
  void missingCredentialsAreTold() {
    AwsCredentialsProvider none =
        () -> {
          throw SdkClientException.create("Unable to load credentials from any of the providers");
        };
    failing(1, none, Denied.class, "no AWS credentials");
  }
}
