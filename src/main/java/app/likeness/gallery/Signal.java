package app.likeness.gallery;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// Counts changes, so that threads can wait for the next one without missing any.
final class Signal {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition next = lock.newCondition();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private long count;

  long now() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  void changed() {
    lock.lock();
    try {
      count++;
      next.signalAll();
    } finally {
      lock.unlock();
    }
    tell();
  }

  /// Tells the listeners alone: of what nobody waits for.
  void tell() {
    listeners.forEach(Runnable::run);
  }

  /// Wakes those who wait for all to be settled; counts as no change.
  void settled() {
    lock.lock();
    try {
      next.signalAll();
    } finally {
      lock.unlock();
    }
    tell();
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

  /// Waits until all that changed up to now is settled.
  void awaitSettled(LongSupplier settled) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long from = count;
      while (settled.getAsLong() < from) {
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
