package app.likeness.catalog.sqlite;

import app.likeness.catalog.sqlite.Sqlite.Work;
import java.nio.file.Path;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/// The one connection that writes to a file, and the thread on which all writes pass in order.
final class Writer {
  private final ScheduledThreadPoolExecutor executor =
      new ScheduledThreadPoolExecutor(1, Undisturbed.threads("sqlite-writer"));
  private final Thread thread;
  private final Session session;
  private final Sweeper sweeper;

  Writer(Path file, Schema schema) {
    try {
      thread = Undisturbed.await(executor, Thread::currentThread);
      session = Undisturbed.await(executor, () -> connect(file, schema));
      sweeper = new Sweeper(executor, session, file);
      executor.execute(sweeper::opened);
    } catch (RuntimeException e) {
      executor.shutdown();
      throw e;
    }
  }

  private static Session connect(Path file, Schema schema) {
    Session session = Session.writing(file);
    try {
      schema.migrate(session, file);
      session.checkpoint(); // a run that was killed may have left in the journal what it erased
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

  Sweeper sweeper() {
    return sweeper;
  }

  <T extends @Nullable Object> T write(Work<T> work) {
    return inside() ? part(work) : Undisturbed.await(executor, () -> whole(work));
  }

  private <T extends @Nullable Object> T whole(Work<T> work) {
    session.begin("IMMEDIATE");
    try {
      T result = work.on(session);
      session.commit();
      sweeper.written();
      return result;
    } catch (Throwable e) {
      session.rollback();
      sweeper.rolledBack();
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

  /// Ends after all writes that were asked for before.
  void close() {
    try {
      Undisturbed.await(
          executor,
          () -> {
            sweeper.close();
            session.close();
            return true;
          });
    } finally {
      executor.shutdown();
    }
  }
}
