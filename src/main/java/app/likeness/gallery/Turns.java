package app.likeness.gallery;

import app.likeness.model.PhotoId;
import java.util.HashSet;
import java.util.Set;

/// Lets two files of the same content come in one after the other, never at the same time.
final class Turns {
  private final Set<PhotoId> taken = new HashSet<>();

  synchronized void take(PhotoId id) throws InterruptedException {
    while (!taken.add(id)) {
      wait();
    }
  }

  synchronized void pass(PhotoId id) {
    taken.remove(id);
    notifyAll();
  }
}
