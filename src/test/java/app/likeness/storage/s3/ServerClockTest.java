package app.likeness.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.storage.Samples;
import app.likeness.storage.UploadTicket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

class ServerClockTest {
  private static final Instant LOCAL = Instant.parse("2026-11-21T10:00:00Z");
  private final ServerClock clock = new ServerClock(() -> LOCAL);

  @Test
  void goesLikeThisComputersUntilItLearns() {
    assertThat(clock.instant()).isEqualTo(LOCAL);
  }

  @Test
  void goesLikeTheServersAfterAnAnswer() {
    clock.learn("Sat, 21 Nov 2026 10:20:00 GMT");
    assertThat(clock.instant()).isEqualTo(LOCAL.plus(Duration.ofMinutes(20)));
    clock.learn("Sat, 21 Nov 2026 09:50:00 GMT");
    assertThat(clock.instant()).isEqualTo(LOCAL.minus(Duration.ofMinutes(10)));
  }

  @Test
  void forgetsASkewThatHasGone() {
    clock.learn("Sat, 21 Nov 2026 10:20:00 GMT");
    clock.learn("Sat, 21 Nov 2026 10:00:02 GMT");
    assertThat(clock.instant()).isEqualTo(LOCAL);
  }

  @Test
  void ignoresWhatIsNoDate() {
    clock.learn("yesterday");
    assertThat(clock.instant()).isEqualTo(LOCAL);
  }

  @Test
  void datesTicketsByTheServersTime() {
    clock.learn("Sat, 21 Nov 2026 10:20:00 GMT");
    S3Signer signer =
        new S3Signer(
            URI.create("https://store.example/likeness"),
            "likeness",
            "eu-central-1",
            () -> AwsCredentialsIdentity.create("id", "secret"),
            clock);
    UploadTicket.Put put = signer.put(Samples.object("x.jpg", new byte[1]), Duration.ofMinutes(2));
    assertThat(put.url().getQuery()).contains("X-Amz-Date=20261121T102000Z");
    assertThat(put.expires()).isEqualTo(Instant.parse("2026-11-21T10:22:00Z"));
  }
}
