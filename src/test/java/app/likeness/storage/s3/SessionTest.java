package app.likeness.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.model.GalleryException;
import app.likeness.storage.NewObject;
import app.likeness.storage.Samples;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/// What a session that ends signs.
class SessionTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.700Z");
  private static final NewObject OBJECT = Samples.object("photos-raw/x.jpg", new byte[1]);

  @Test
  void nothingOutlivesIt() {
    S3Signer signer = signer(NOW.plusSeconds(600));
    Instant end = Instant.parse("2026-11-21T10:10:00Z");
    assertThat(signer.put(OBJECT, Duration.ofHours(3)).expires()).isEqualTo(end);
    assertThat(signer.put(OBJECT, Duration.ofHours(3)).url().toString())
        .contains("X-Amz-Expires=600", "X-Amz-Security-Token=token");
    assertThat(signer.form(OBJECT, Duration.ofHours(3)).expires()).isEqualTo(end);
    assertThat(signer.view(OBJECT.key(), Duration.ofHours(1)).expires()).isEqualTo(end);
  }

  @Test
  void whatEndsBeforeItKeepsItsOwnLife() {
    S3Signer signer = signer(NOW.plusSeconds(600));
    assertThat(signer.put(OBJECT, Duration.ofSeconds(120)).expires())
        .isEqualTo(Instant.parse("2026-11-21T10:02:00Z"));
  }

  @Test
  void onceItIsOverNothingIsSigned() {
    S3Signer signer = signer(NOW);
    assertThatThrownBy(() -> signer.view(OBJECT.key(), Duration.ofHours(1)))
        .isInstanceOf(GalleryException.Denied.class)
        .hasMessageContaining("sign in again");
  }

  private static S3Signer signer(Instant end) {
    AwsSessionCredentials session =
        AwsSessionCredentials.builder()
            .accessKeyId("id")
            .secretAccessKey("secret")
            .sessionToken("token")
            .expirationTime(end)
            .build();
    URI bucket = URI.create("https://store.example/likeness");
    return new S3Signer(bucket, "likeness", "eu-central-1", () -> session, () -> NOW);
  }
}
