package app.likeness.gallery;

import app.likeness.model.GalleryException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The threads that compute: one a core for pixels and faces, and one for what follows behind.
public final class Workers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
  private static final int PATIENCE_SECONDS = 30;

  private final ExecutorService cpu =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(), daemon("likeness-cpu-"));
  private final ExecutorService behind =
      Executors.newSingleThreadExecutor(daemon("likeness-behind-"));

  private static java.util.concurrent.ThreadFactory daemon(String name) {
    return Thread.ofPlatform().daemon().name(name, 0).factory();
  }

  /// Computes on a core's worker; an interrupt of the caller interrupts the work.
  <T> T compute(Callable<T> work) throws InterruptedException {
    Future<T> future = cpu.submit(work);
    try {
      return future.get();
    } catch (InterruptedException e) {
      future.cancel(true);
      throw e;
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  /// Runs later, in order, on a thread of its own; failures are logged here.
  void behind(Runnable work) {
    behind.execute(
        () -> {
          try {
            work.run();
          } catch (RuntimeException e) {
            LOG.warn("Work behind a change failed; the next start tries it again", e);
          }
        });
  }

  private static RuntimeException unwrapped(ExecutionException e) {
    return switch (e.getCause()) {
      case GalleryException known -> known;
      case RuntimeException known -> known;
      case OutOfMemoryError _ ->
          new GalleryException.Unsupported(
              "There is not enough memory for a picture of this size.", e);
      case Error error -> throw error;
      case null, default -> new IllegalStateException(e.getCause());
    };
  }

  /// Lets what was begun behind come to its end, and what is being computed now; nothing of it may
  /// run in native code when that is unloaded.
  @Override
  public void close() {
    end(behind, behind::shutdown);
    end(cpu, cpu::shutdownNow);
  }

  private static void end(ExecutorService threads, Runnable stop) {
    stop.run();
    try {
      if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
