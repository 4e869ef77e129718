package app.likeness.storage.s3;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.model.GalleryException;
import app.likeness.storage.ObjectStore;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/// AWS as it answers a role that may list only some prefixes: with 403 for what is not there.
class LimitedListsTest {
  private static final String KEY = "photos-raw/2026/a-0123456789abcdef0123.jpg";
  private static final String DENIED =
      "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>";

  private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
  private ObjectStore store;

  @BeforeEach
  void open() {
    server.start();
    server.stubFor(any(anyUrl()).atPriority(9).willReturn(xml(403, DENIED)));
    S3Description description =
        S3Description.at(URI.create(server.baseUrl()), "eu-central-1", Dialect.PLAIN, "bucket");
    store = new S3ObjectStore(description, StaticCredentialsProvider.create(S3Server.KEYS));
  }

  @AfterEach
  void close() {
    store.close();
    server.stop();
  }

  private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder xml(
      int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/xml")
        .withBody("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + body);
  }

  private void lists(String... keys) {
    StringBuilder contents = new StringBuilder();
    for (String key : keys) {
      contents.append("<Contents><Key>").append(key).append("</Key></Contents>");
    }
    server.stubFor(
        get(urlPathMatching("/bucket/?"))
            .withQueryParam("prefix", equalTo(KEY))
            .willReturn(
                xml(200, "<ListBucketResult>" + contents + "</ListBucketResult>")));
  }

  @Test
  void whatIsDeniedAndNotListedIsMissing() {
    lists();

    assertThat(store.size(KEY)).isEmpty();
    assertThatThrownBy(() -> store.open(KEY)).isInstanceOf(GalleryException.NotFound.class);
  }

  @Test
  void whatOnlyBeginsLikeItIsAnother() {
    lists(KEY + ".bak");

    assertThat(store.size(KEY)).isEmpty();
  }

  @Test
  void whatIsDeniedAndListedIsDenied() {
    lists(KEY);

    assertThatThrownBy(() -> store.size(KEY)).isInstanceOf(GalleryException.Denied.class);
    assertThatThrownBy(() -> store.open(KEY)).isInstanceOf(GalleryException.Denied.class);
  }

  @Test
  void whoMayNotListEitherIsTold() {
    assertThatThrownBy(() -> store.size(KEY))
        .isInstanceOf(GalleryException.Denied.class)
        .hasMessageContaining("bucket");
  }
}
