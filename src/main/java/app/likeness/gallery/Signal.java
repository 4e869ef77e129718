package app.likeness.gallery;

import app.likeness.model.GalleryException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts changes, so that threads can wait for the next one without missing any; and keeps the
/// trouble for which all stand still.
final class Signal {
  private static final Logger LOG = LoggerFactory.getLogger(Signal.class);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition next = lock.newCondition();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private long count;
  private volatile @Nullable GalleryException trouble;

  long now() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  void changed() {
    wake(1);
  }

  /// Tells the listeners alone: of what nobody waits for.
  void tell() {
    listeners.forEach(Runnable::run);
  }

  /// Wakes those who wait for all to be settled; counts as no change.
  void settled() {
    wake(0);
  }

  private void wake(int changes) {
    lock.lock();
    try {
      count += changes;
      next.signalAll();
    } finally {
      lock.unlock();
    }
    tell();
  }

  /// Nothing can go on until [#resume], since the queue's disk is full, or gone; who waits for the
  /// end hears why.
  void stop(RuntimeException e) {
    if (stopped() && (!passing() || e instanceof GalleryException.Unreachable)) {
      return;
    }
    if (e instanceof GalleryException known) {
      trouble = known; // whoever asks tells it
    } else {
      LOG.error("The imports stand still", e);
      trouble =
          new GalleryException.Unavailable(
              "The imports stopped in a way that nobody foresaw; the log says more.", e);
    }
    changed();
  }

  void resume() {
    trouble = null;
    changed();
  }

  boolean stopped() {
    return trouble != null;
  }

  /// Whether all stand still only until the gallery answers again.
  boolean passing() {
    return trouble instanceof GalleryException.Unreachable;
  }

  /// Why nothing goes on.
  Optional<GalleryException> trouble() {
    return Optional.ofNullable(trouble);
  }

  /// Waits until there was a change after that count; an interrupt ends the wait, too.
  void awaitAfter(long seen) {
    lock.lock();
    try {
      while (count == seen) {
        next.await();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until all that changed up to now is settled, also while the gallery does not answer.
  ///
  /// @throws GalleryException when it cannot be
  void awaitSettled(LongSupplier settled) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long from = count;
      while (settled.getAsLong() < from) {
        GalleryException why = trouble;
        if (why != null && !passing()) {
          throw why;
        }
        next.await();
      }
    } finally {
      lock.unlock();
    }
  }

  Importer.Subscription listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
