package app.likeness.api;

import app.likeness.gallery.People;
import app.likeness.model.GalleryException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A scan of every photo, which takes too long for one request: started, looked at, cancelled.
final class Scan {
  private static final Logger LOG = LoggerFactory.getLogger(Scan.class);

  private final People people;
  private Wire.Scan state = new Wire.Scan(false, 0, 0, 0, null, null);
  private @Nullable Thread running;

  Scan(People people) {
    this.people = people;
  }

  synchronized Wire.Scan state() {
    return state;
  }

  /// @throws GalleryException.Conflict while one is running
  synchronized Wire.Scan start() {
    if (state.running()) {
      throw new GalleryException.Conflict("The photos are being scanned already.");
    }
    state = new Wire.Scan(true, 0, 0, 0, null, null);
    running = Thread.ofVirtual().name("scan").start(this::run);
    return state;
  }

  synchronized Wire.Scan cancel() {
    if (running != null) {
      running.interrupt();
    }
    return state;
  }

  private void run() {
    People.Scanned scanned = new People.Scanned(0, null);
    @Nullable String failure = null;
    try {
      scanned = people.rescan(progress -> move(progress.done(), progress.total()));
    } catch (GalleryException e) {
      failure = String.valueOf(e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("A scan failed in a way that nobody foresaw", e);
      failure = "Something went wrong that should not; the server's log says more.";
    }
    end(scanned, failure);
  }

  private synchronized void move(int done, int total) {
    state = new Wire.Scan(true, done, total, 0, null, null);
  }

  private synchronized void end(People.Scanned scanned, @Nullable String failure) {
    state =
        new Wire.Scan(
            false, state.done(), state.total(), scanned.failed(), scanned.reason(), failure);
    running = null;
  }
}
