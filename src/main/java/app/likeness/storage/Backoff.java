package app.likeness.storage;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// How often to try, and how long to wait in between: exponential, jittered, bounded.
///
/// Source: AWS Architecture Blog, "Exponential Backoff and Jitter" (full jitter).
///
/// @param tries in all, the first included
/// @param first the longest wait after the first try; it doubles with each
/// @param longest no wait is longer
public record Backoff(int tries, Duration first, Duration longest) {
  /// Five tries within about ten seconds.
  public static final Backoff USUAL =
      new Backoff(5, Duration.ofMillis(400), Duration.ofSeconds(8));

  /// Waits after a failed try, counted from 1.
  void pause(int tried) throws InterruptedException {
    long most = Math.min(longest.toMillis(), first.toMillis() << Math.min(tried - 1, 16));
    Thread.sleep(ThreadLocalRandom.current().nextLong(most + 1));
  }
}
