package app.likeness.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One piece of background work: `background.job(this::load).then(this::show).start()`.
///
/// Prepare, start and cancel it on the UI thread, where its ends are told too.
public final class Job<T extends @Nullable Object> {
  private final Callable<T> work;
  private final Executor workers;
  private final Executor ui;
  private final FutureTask<@Nullable Void> task = new FutureTask<>(this::work, null);
  private Consumer<? super T> done = _ -> {};
  private Consumer<? super Throwable> failed;
  private Runnable ended = () -> {};
  private boolean cancelled;

  Job(Callable<T> work, Executor workers, Executor ui, Consumer<Throwable> failed) {
    this.work = work;
    this.workers = workers;
    this.ui = ui;
    this.failed = failed;
  }

  /// What to do with the result, on the UI thread.
  public Job<T> then(Consumer<? super T> next) {
    done = next;
    return this;
  }

  /// What to do with a failure, on the UI thread, instead of showing a notice.
  public Job<T> orElse(Consumer<? super Throwable> instead) {
    failed = instead;
    return this;
  }

  /// What to do in any case but a cancel, on the UI thread, after all else.
  public Job<T> lastly(Runnable last) {
    ended = last;
    return this;
  }

  public Job<T> start() {
    workers.execute(task);
    return this;
  }

  /// Interrupts the work; nothing is told any more.
  public void cancel() {
    cancelled = true;
    task.cancel(true);
  }

  private void work() {
    try {
      T result = work.call();
      tell(() -> done.accept(result));
    } catch (Exception | LinkageError e) {
      tell(() -> failed.accept(e));
    }
  }

  private void tell(Runnable end) {
    ui.execute(
        () -> {
          if (!cancelled) {
            end.run();
            ended.run();
          }
        });
  }
}
