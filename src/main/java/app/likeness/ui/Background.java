package app.likeness.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Runs what may block off the UI thread and brings its result back to it.
public final class Background {
  private final Executor workers;
  private final Executor ui;
  private final Consumer<Throwable> failed;

  /// @param ui runs things on the UI thread, later and in order
  /// @param failed told, on the UI thread, of failures that nobody else handles
  public Background(Executor workers, Executor ui, Consumer<Throwable> failed) {
    this.workers = workers;
    this.ui = ui;
    this.failed = failed;
  }

  /// Threads for waiting, and the JavaFX thread.
  public static Background ofJavaFx(Consumer<Throwable> failed) {
    return new Background(
        Executors.newVirtualThreadPerTaskExecutor(), Platform::runLater, failed);
  }

  /// Everything at once on the calling thread, for models without a toolkit.
  public static Background direct(Consumer<Throwable> failed) {
    return new Background(Runnable::run, Runnable::run, failed);
  }

  /// Prepares work that has a result; nothing happens before [Job#start].
  public <T extends @Nullable Object> Job<T> job(Callable<T> work) {
    return new Job<>(work, workers, ui, failed);
  }

  /// Prepares work without a result.
  public Job<@Nullable Void> run(Runnable work) {
    return this.<@Nullable Void>job(
        () -> {
          work.run();
          return null;
        });
  }

  /// Runs something on the UI thread after what it does now.
  public void later(Runnable work) {
    ui.execute(work);
  }
}
