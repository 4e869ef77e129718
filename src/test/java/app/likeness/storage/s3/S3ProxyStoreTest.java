package app.likeness.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.model.GalleryException;
import app.likeness.storage.RawHttp;
import app.likeness.storage.Samples;
import app.likeness.storage.UploadTicket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/// The S3 store on S3Proxy as a plain server, through the SDK.
class S3ProxyStoreTest extends S3TicketContract {
  private S3Server server;

  @BeforeEach
  @Override
  void open() {
    try {
      server = new S3Server(temp.resolve("server"), List.of(RAW, THUMBS));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    super.open();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whyIsSaidEvenWhereTheAnswerHasNoWords() {
    try (S3ObjectStore guessing =
        with(AwsBasicCredentials.create(keys().accessKeyId(), "guessed"), Duration.ZERO)) {
      assertThatThrownBy(() -> guessing.size(KEY))
          .isInstanceOf(GalleryException.Denied.class)
          .hasMessageContaining("another secret");
    }
  }

  @Test
  void noNetworkIsSaid() {
    server.close();
    assertThatThrownBy(() -> store().size(KEY))
        .isInstanceOf(GalleryException.Unavailable.class)
        .hasMessageContaining("does not answer");
  }

  @Test
  void aPutIsTakenOnceAndOnlyWithItsContent() throws Exception {
    byte[] photo = Samples.bytes(2_000, 1);
    UploadTicket.Put put = store().put(Samples.object(KEY, photo));
    assertThat(RawHttp.send("PUT", put.url(), put.headers(), Samples.bytes(2_000, 2)))
        .isEqualTo(400);
    assertThat(RawHttp.send("PUT", put.url(), put.headers(), photo)).isEqualTo(200);
    assertThat(RawHttp.send("PUT", put.url(), put.headers(), photo)).isEqualTo(412);
  }

  @Override
  URI endpoint() {
    return server.endpoint();
  }

  @Override
  AwsCredentials keys() {
    return S3Server.KEYS;
  }

  @Override
  Dialect dialect() {
    return Dialect.S3PROXY;
  }
}
