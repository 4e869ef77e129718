package app.likeness.gallery;

import app.likeness.model.GalleryException;
import java.time.Duration;

/// While imports stand still since nobody answers where the gallery is: asks there, ever more
/// rarely, and lets them go on when somebody does.
final class Outage implements Runnable {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(15);

  private final Gallery gallery;
  private final Signal signal;
  private final Runnable goOn;

  /// @param goOn ends the standstill
  Outage(Gallery gallery, Signal signal, Runnable goOn) {
    this.gallery = gallery;
    this.signal = signal;
    this.goOn = goOn;
  }

  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        long seen = signal.now();
        if (signal.passing()) {
          last();
        } else {
          signal.awaitAfter(seen);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void last() throws InterruptedException {
    Duration pause = FIRST;
    while (signal.passing()) {
      Thread.sleep(pause);
      try {
        gallery.totals();
        goOn.run();
      } catch (GalleryException.Denied e) {
        signal.stop(e); // which no waiting mends
      } catch (GalleryException _) {
        // It still lasts.
      }
      pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
    }
  }
}
