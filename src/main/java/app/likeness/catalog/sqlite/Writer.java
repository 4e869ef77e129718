package app.likeness.catalog.sqlite;

import app.likeness.catalog.sqlite.Sqlite.Work;
import java.nio.file.Path;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one connection that writes to a file, and the thread on which all writes pass in order.
final class Writer {
  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
  /// Erasures come in heaps: what they leave behind is cleared away once for many.
  private static final long SCRUB_AFTER_MILLIS = 500;
  /// Free pages given back to the disk in one go, so that other writes need not wait for long.
  private static final int PAGES = 4096;

  private final ScheduledThreadPoolExecutor executor =
      new ScheduledThreadPoolExecutor(1, Undisturbed.threads("sqlite-writer"));
  private final Path file;
  private final Session session;
  private final Thread thread;
  private boolean erased;
  private @Nullable ScheduledFuture<?> scrubbing;

  Writer(Path file, Schema schema) {
    this.file = file;
    try {
      thread = Undisturbed.await(executor, Thread::currentThread);
      session = Undisturbed.await(executor, () -> connect(file, schema));
    } catch (RuntimeException e) {
      executor.shutdown();
      throw e;
    }
  }

  private static Session connect(Path file, Schema schema) {
    Session session = Session.writing(file);
    try {
      schema.migrate(session, file);
      checkpoint(session); // a run that was killed may have left in the journal what it erased
      return session;
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /// Whether the caller is inside a write.
  boolean inside() {
    return Thread.currentThread().equals(thread);
  }

  Session session() {
    return session;
  }

  <T extends @Nullable Object> T write(Work<T> work) {
    return inside() ? part(work) : Undisturbed.await(executor, () -> whole(work));
  }

  private <T extends @Nullable Object> T whole(Work<T> work) {
    erased = false;
    session.begin("IMMEDIATE");
    try {
      T result = work.on(session);
      session.commit();
      if (erased) {
        scrubSoon();
      }
      return result;
    } catch (Throwable e) {
      session.rollback();
      throw e;
    }
  }

  /// A write within a write: when it throws, what the outer has written stands all the same.
  private <T extends @Nullable Object> T part(Work<T> work) {
    session.run("SAVEPOINT part");
    try {
      T result = work.on(session);
      session.run("RELEASE part");
      return result;
    } catch (Throwable e) {
      session.rollbackTo("part");
      throw e;
    }
  }

  /// Notes that this write erases: a moment after it, nothing of that is left in the journal.
  void scrub() {
    erased = true;
  }

  private void scrubSoon() {
    if (scrubbing == null) {
      scrubbing = executor.schedule(this::scrubNow, SCRUB_AFTER_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void scrubNow() {
    scrubbing = null;
    try {
      session.script("PRAGMA incremental_vacuum(" + PAGES + ")");
      if (!checkpoint(session)) {
        scrubSoon(); // somebody was reading
      }
    } catch (RuntimeException e) {
      LOG.warn("What was erased is still in the journal of {}: {}", file, e.getMessage());
    }
  }

  /// Moves the journal into the file and empties it; false while somebody reads from it.
  private static boolean checkpoint(Session session) {
    return session.number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
  }

  /// Ends after all writes that were asked for before.
  void close() {
    try {
      Undisturbed.await(
          executor,
          () -> {
            if (scrubbing != null) {
              scrubbing.cancel(false);
              scrubNow();
            }
            session.close();
            return true;
          });
    } finally {
      executor.shutdown();
    }
  }
}
