package app.likeness.catalog.dynamodb;

import app.likeness.catalog.dynamodb.Unit.Write;
import app.likeness.model.GalleryException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The thread on which all writes of this process pass in order, each as one unit of work.
///
/// DynamoDB's transactions end at 100 items, so a unit is written by a redo log: (1) take the lease;
/// (2) write the whole unit into the journal; (3) decide on it by one conditional write to the lease;
/// (4) write its items, in any order; (5) give the lease back. A crash before 3 leaves nothing;
/// after it, whoever holds the lease next repeats 4 first, which changes nothing when it was done.
final class Writer implements AutoCloseable {
  /// Items that are written at once.
  private static final int PARALLEL = 8;

  private final Store store;
  private final Lease lease;
  private final Journal journal;
  private final ExecutorService executor = Executors.newSingleThreadExecutor(threads("dynamodb-writer"));
  private final ExecutorService hands = Executors.newFixedThreadPool(PARALLEL, threads("dynamodb-items"));
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(threads("dynamodb-lease"));
  private final Thread thread;
  /// The unit under way; only the writer's thread looks at it.
  private @Nullable Unit unit;

  Writer(Store store, Lease lease) {
    this.store = store;
    this.lease = lease;
    journal = new Journal(store);
    thread = await(Thread::currentThread);
  }

  private static ThreadFactory threads(String name) {
    return Thread.ofPlatform().daemon().name(name).factory();
  }

  /// What the caller reads from: their unit of work while they are in one, else the store.
  View view() {
    Unit own = Thread.currentThread().equals(thread) ? unit : null;
    return own == null ? store : own;
  }

  <T extends @Nullable Object> T write(Function<Unit, T> work) {
    Unit own = Thread.currentThread().equals(thread) ? unit : null;
    return own == null ? await(() -> whole(work)) : part(own, work);
  }

  /// A write within a write: when it throws, what the outer has written stands all the same.
  private static <T extends @Nullable Object> T part(Unit unit, Function<Unit, T> work) {
    int mark = unit.mark();
    try {
      return work.apply(unit);
    } catch (Throwable e) {
      unit.back(mark);
      throw e;
    }
  }

  private <T extends @Nullable Object> T whole(Function<Unit, T> work) {
    try (Turn turn = new Turn(lease, journal, clock)) {
      if (turn.pending() > 0) {
        items(turn, turn.left(), turn.pending());
      }
      turn.resumed();
      Unit now = new Unit(store);
      unit = now;
      T result = work.apply(now);
      Feed.note(now, turn.rev());
      List<Write> writes = now.writes();
      if (!writes.isEmpty()) {
        turn.decide(writes);
        items(turn, writes, turn.rev());
        turn.done();
      }
      return result;
    } finally {
      unit = null;
    }
  }

  private void items(Turn turn, List<Write> writes, long rev) {
    List<Future<?>> all = new ArrayList<>();
    for (Write write : writes) {
      all.add(hands.submit(() -> item(turn, write, rev)));
    }
    RuntimeException failure = null;
    for (Future<?> each : all) {
      try {
        result(each);
      } catch (RuntimeException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /// An item that a later unit has written is left: then this unit was completed by another holder.
  private boolean item(Turn turn, Write write, long rev) {
    turn.check();
    Item after = write.after();
    return after == null
        ? store.remove(write.key(), rev)
        : store.put(write.key().table(), after, rev);
  }

  /// Completes what was pending when nobody completes it; for whoever opens the gallery.
  void settle() {
    if (lease.state().map(item -> item.has("pending")).orElse(false)) {
      write(_ -> true);
    }
  }

  private <T extends @Nullable Object> T await(Callable<T> work) {
    try {
      return result(executor.submit(work));
    } catch (RejectedExecutionException e) {
      throw new GalleryException.Unavailable("The gallery is closed.", e);
    }
  }

  /// Waits to the end; an interrupt of the waiting thread is kept for afterwards.
  private static <T extends @Nullable Object> T result(Future<T> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException _) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw switch (e.getCause()) {
        case RuntimeException thrown -> thrown;
        case Error error -> throw error;
        case null, default -> new IllegalStateException(e);
      };
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Ends after all writes that were asked for before.
  @Override
  public void close() {
    executor.close();
    hands.close();
    clock.shutdownNow();
  }

  /// How the lease is kept unless a test says otherwise.
  static Lease lease(Store store) {
    return new Lease(store, Duration.ofSeconds(20), Duration.ofSeconds(60));
  }
}
