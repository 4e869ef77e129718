package app.likeness.catalog.sqlite;

import app.likeness.model.GalleryException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/// Has work done on platform threads that nobody interrupts, and waits for it.
///
/// SQLite waits inside native code, where it would hold a virtual thread's carrier; and an interrupt
/// in the middle of file work closes the file. So callers of any kind only wait for a future here.
final class Undisturbed {
  private Undisturbed() {}

  /// Waits until the work is done; an interrupt of the waiting thread is kept for afterwards.
  static <T extends @Nullable Object> T await(ExecutorService where, Callable<T> work) {
    Future<T> future;
    try {
      future = where.submit(work);
    } catch (RejectedExecutionException e) {
      throw new GalleryException.Unavailable("The gallery is closed.", e);
    }
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
      throw cause(e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Does the work on a thread made for it.
  static <T extends @Nullable Object> T await(String name, Callable<T> work) {
    return await(Executors.newThreadPerTaskExecutor(threads(name)), work);
  }

  static ThreadFactory threads(String name) {
    return Thread.ofPlatform().daemon().name(name).factory();
  }

  private static RuntimeException cause(ExecutionException e) {
    return switch (e.getCause()) {
      case RuntimeException thrown -> thrown;
      case Error error -> throw error;
      case null, default -> new IllegalStateException(e);
    };
  }
}
