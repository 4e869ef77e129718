package app.likeness.gallery;

import java.util.HashSet;
import java.util.Set;

/// Lets two threads work on the same thing one after the other, never at the same time.
final class Turns<T> {
  private final Set<T> taken = new HashSet<>();

  synchronized void take(T thing) throws InterruptedException {
    while (!taken.add(thing)) {
      wait();
    }
  }

  synchronized void pass(T thing) {
    taken.remove(thing);
    notifyAll();
  }
}
