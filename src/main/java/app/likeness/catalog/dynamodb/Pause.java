package app.likeness.catalog.dynamodb;

import app.likeness.model.GalleryException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// Waiting between attempts, longer each time, and by chance so that two do not keep meeting.
final class Pause {
  private static final int FIRST_MILLIS = 10;
  private static final int LONGEST_MILLIS = 300;

  private int millis = FIRST_MILLIS;

  void sleep() {
    try {
      Thread.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextInt(millis / 2, millis)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GalleryException.Unavailable("Waiting for DynamoDB was cancelled.", e);
    }
    millis = Math.min(2 * millis, LONGEST_MILLIS);
  }
}
