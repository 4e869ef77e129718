package app.likeness.catalog.sqlite;

import java.nio.file.Path;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Leaves nothing of what was erased in the bytes of a file; lives on the writer's thread.
///
/// A deleted row is overwritten at once (`secure_delete`), but two traces stay: the journal, and
/// copies that SQLite left in a page when it moved rows to another. Emptying the one is quick, the
/// other takes a VACUUM: for a small file at once, else when nobody has written for a while, in this
/// run or the next. The table `unswept` has a row until then.
final class Sweeper {
  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
  /// Erasures come in heaps: one sweep is for many.
  private static final long SOON_MILLIS = 500;
  private static final long QUIET_MILLIS = 20_000;
  /// Rewritten within about half a second.
  private static final long SMALL_BYTES = 64 << 20;

  private final ScheduledExecutorService writer;
  private final Session session;
  private final Path file;
  private long lastWrite = System.nanoTime();
  private boolean erasing;
  private @Nullable ScheduledFuture<?> next;

  Sweeper(ScheduledExecutorService writer, Session session, Path file) {
    this.writer = writer;
    this.session = session;
    this.file = file;
  }

  /// Notes, inside a write, that it erases.
  void erasing() {
    erasing = true;
    session.run("INSERT INTO unswept (id) VALUES (1) ON CONFLICT DO NOTHING");
  }

  void written() {
    lastWrite = System.nanoTime();
    if (erasing && next == null) {
      sweepIn(SOON_MILLIS);
    }
    erasing = false;
  }

  void rolledBack() {
    erasing = false;
  }

  /// Takes up what an earlier run has left.
  void opened() {
    if (unswept()) {
      sweepIn(SOON_MILLIS);
    }
  }

  private boolean unswept() {
    return session.exists("SELECT 1 FROM unswept");
  }

  private void sweepIn(long millis) {
    next = writer.schedule(this::sweep, millis, TimeUnit.MILLISECONDS);
  }

  private void sweep() {
    next = null;
    try {
      if (small() || quiet()) {
        rewrite();
      }
      if (!session.checkpoint() || unswept()) {
        sweepIn(QUIET_MILLIS);
      }
    } catch (RuntimeException e) {
      LOG.warn("Traces of what was erased stay in {} for now: {}", file, e.getMessage());
    }
  }

  private boolean small() {
    return session.number("PRAGMA page_count") * session.number("PRAGMA page_size") <= SMALL_BYTES;
  }

  private boolean quiet() {
    return System.nanoTime() - lastWrite > TimeUnit.MILLISECONDS.toNanos(QUIET_MILLIS);
  }

  private void rewrite() {
    session.script("PRAGMA temp_store=FILE"); // a large one would not fit into memory
    try {
      session.script("VACUUM");
    } finally {
      session.script("PRAGMA temp_store=MEMORY");
    }
    session.run("DELETE FROM unswept");
  }

  /// Does now what can be done quickly; the rest is for the next run.
  void close() {
    if (next != null) {
      next.cancel(false);
      next = null;
      sweep();
    }
    if (next != null) {
      next.cancel(false);
    }
  }
}
