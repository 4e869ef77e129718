package app.likeness.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class JobTest {
  private final Queue<Runnable> ui = new ArrayDeque<>();
  private final List<Object> told = new ArrayList<>();
  private final Background background = new Background(Runnable::run, ui::add, told::add);

  @Test
  void tellsTheResultOnTheUiThreadOnly() {
    background.job(() -> 7).then(told::add).lastly(() -> told.add("end")).start();
    assertThat(told).isEmpty();
    run();
    assertThat(told).containsExactly(7, "end");
  }

  @Test
  void tellsAFailureOnce() {
    RuntimeException failure = new IllegalStateException("no");
    background.run(() -> {
      throw failure;
    }).then(_ -> told.add("done")).start();
    run();
    assertThat(told).containsExactly(failure);
  }

  @Test
  void aFailureThatIsHandledIsNotShown() {
    List<Object> handled = new ArrayList<>();
    background.run(() -> {
      throw new IllegalStateException("no");
    }).orElse(handled::add).start();
    run();
    assertThat(told).isEmpty();
    assertThat(handled).hasSize(1);
  }

  @Test
  void aCancelledJobTellsNothingEvenWhenItIsDone() {
    Job<Integer> job = background.job(() -> 7).then(told::add).lastly(() -> told.add("end")).start();
    job.cancel();
    run();
    assertThat(told).isEmpty();
  }

  @Test
  void cancellingInterruptsTheWork() throws InterruptedException {
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    try (ExecutorService workers = Executors.newSingleThreadExecutor()) {
      Job<?> job =
          new Background(workers, Runnable::run, told::add)
              .job(
                  () -> {
                    began.countDown();
                    try {
                      Thread.sleep(60_000);
                    } catch (InterruptedException e) {
                      interrupted.countDown();
                      throw e;
                    }
                    return 1;
                  })
              .start();
      began.await();
      job.cancel();
      interrupted.await();
    }
    assertThat(told).isEmpty();
  }

  private void run() {
    while (!ui.isEmpty()) {
      ui.remove().run();
    }
  }
}
