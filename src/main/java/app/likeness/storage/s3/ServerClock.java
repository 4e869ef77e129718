package app.likeness.storage.s3;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that goes like the server's, whatever this computer's is set to.
///
/// A signature is dated, and a server refuses one that is minutes off: whoever signs learns the
/// server's time from the `Date` of its answers.
public final class ServerClock implements InstantSource {
  // A Date header has whole seconds and was on its way for a while; less than this is no skew.
  private static final Duration NOISE = Duration.ofSeconds(5);

  private final InstantSource local;
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  public ServerClock(InstantSource local) {
    this.local = local;
  }

  /// Takes the time from an answer that has just come; what is no date is ignored.
  ///
  /// @param date an HTTP `Date` header, such as `Sat, 21 Nov 2026 10:00:00 GMT`
  public void learn(String date) {
    try {
      Instant theirs = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration skew = Duration.between(local.instant(), theirs);
      ahead.set(skew.abs().compareTo(NOISE) < 0 ? Duration.ZERO : skew);
    } catch (DateTimeException _) {
      // The clock stays as it was: a proxy's odd header is no reason to fail.
    }
  }

  @Override
  public Instant instant() {
    return local.instant().plus(ahead.get());
  }
}
