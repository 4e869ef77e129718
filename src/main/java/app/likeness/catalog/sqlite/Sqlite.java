package app.likeness.catalog.sqlite;

import app.likeness.files.OwnerOnly;
import app.likeness.model.GalleryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// A database file with its one writer and its few readers; for callers on any kind of thread.
final class Sqlite implements AutoCloseable {
  private static final int READERS = 3;

  /// What is done on a connection.
  interface Work<T extends @Nullable Object> {
    T on(Session session);
  }

  private final Path file;
  private final @Nullable Writer writer;
  private final ExecutorService readers =
      Executors.newFixedThreadPool(READERS, Undisturbed.threads("sqlite-reader"));
  private final Queue<Session> idle = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  private Sqlite(Path file, @Nullable Writer writer) {
    this.file = file;
    this.writer = writer;
  }

  /// Opens a file for writing, makes it when there is none, and brings it up to a schema.
  static Sqlite open(Path file, Schema schema) {
    Path whole = file.toAbsolutePath();
    try {
      OwnerOnly.folder(whole.resolveSibling(""));
      OwnerOnly.file(whole);
    } catch (IOException e) {
      throw new GalleryException.Denied(
          "The file " + whole + " cannot be made: check who may use its folder.", e);
    }
    return new Sqlite(whole, new Writer(whole, schema));
  }

  /// Opens a file to look at, perhaps beside another process that writes to it.
  ///
  /// @throws GalleryException.NotFound when there is none
  static Sqlite read(Path file, Schema schema) {
    Path whole = file.toAbsolutePath();
    if (!Files.exists(whole)) {
      throw new GalleryException.NotFound("There is no " + whole + " yet: import photos first.");
    }
    Sqlite opened = new Sqlite(whole, null);
    try {
      opened.read(
          session -> {
            schema.check(session, whole);
            return true;
          });
      return opened;
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /// Reads one state of the file; within a write, also what that has written so far.
  <T extends @Nullable Object> T read(Work<T> work) {
    return writer != null && writer.inside()
        ? work.on(writer.session())
        : Undisturbed.await(readers, () -> snapshot(work));
  }

  private <T extends @Nullable Object> T snapshot(Work<T> work) {
    Session free = idle.poll();
    Session session = free == null ? Session.reading(file) : free;
    try {
      session.begin("DEFERRED");
      return work.on(session);
    } finally {
      session.rollback();
      idle.add(session);
    }
  }

  /// Writes all that the work writes or, when it throws, nothing; within a write, as part of it.
  ///
  /// @throws GalleryException.Conflict when the file was opened only to be looked at
  <T extends @Nullable Object> T write(Work<T> work) {
    if (writer == null) {
      throw new GalleryException.Conflict(
          "The gallery was opened only to be looked at, since another Likeness may write to it.");
    }
    return writer.write(work);
  }

  /// Notes, inside a write, that it erases: soon afterwards the bytes are nowhere in the files.
  void erasing() {
    if (writer != null) {
      writer.sweeper().erasing();
    }
  }

  /// Ends after all that was asked for before; asking for more is refused.
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      readers.shutdown();
      Undisturbed.await("sqlite-close", this::closeAll);
    }
  }

  private boolean closeAll() throws InterruptedException {
    boolean ended = readers.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    idle.forEach(Session::close);
    if (writer != null) {
      writer.close();
    }
    return ended;
  }
}
