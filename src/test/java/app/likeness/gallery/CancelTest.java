package app.likeness.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.catalog.ImportRow;
import app.likeness.catalog.ImportState;
import app.likeness.testing.Around;
import app.likeness.testing.Galleries;
import app.likeness.testing.Samples;
import app.likeness.testing.Wholeness;
import app.likeness.testing.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A cancel reaches every row that is open at that moment, and none that comes later.
class CancelTest {
  private static final Around.Hook PLAIN = (_, call) -> call.go();

  @TempDir Path temp;
  private final AtomicReference<Importer> imports = new AtomicReference<>();

  @Test
  void aRowThatIsJustBeingTakenIsCancelledToo() throws Exception {
    AtomicReference<Thread> cancelling = new AtomicReference<>();
    Around.Hook cancelBehindTheClaim =
        (method, call) -> {
          Object result = call.go();
          if (method.equals("claim")
              && result instanceof Optional<?> row
              && row.isPresent()
              && cancelling.get() == null) {
            Thread cancel = Thread.ofPlatform().start(imports.get()::cancel);
            cancelling.set(cancel);
            while (cancel.isAlive() && cancel.getState() != Thread.State.BLOCKED) {
              Thread.onSpinWait(); // it has done all that it can before the row is started
            }
          }
          return result;
        };
    try (Workbench bench = new Workbench(temp, cancelBehindTheClaim, PLAIN)) {
      imports.set(bench.imports());
      imports.get().add(List.of(Samples.photo(1)));
      imports.get().await();
      cancelling.get().join();
      imports.get().await();
      assertThat(bench.queue().row(Samples.photo(1)).orElseThrow().state())
          .isEqualTo(ImportState.CANCELLED);
      assertThat(bench.gallery().totals().photos()).isZero();
    }
  }

  @Test
  void aCancelThatFindsARowAtItsEndDoesNotReachItsNextTry() throws Exception {
    Path late = temp.resolve("late.jpg");
    AtomicBoolean cancelled = new AtomicBoolean();
    CountDownLatch reading = new CountDownLatch(1);
    Around.Hook readForEver =
        (method, call) -> {
          if (method.equals("read")) {
            reading.countDown();
            new CountDownLatch(1).await();
          }
          return call.go();
        };
    try (Workbench bench = new Workbench(temp, cancelBehindTheEnd(cancelled), readForEver)) {
      imports.set(bench.imports());
      ImportRow row = bring(bench, late);
      assertThat(row.state()).isEqualTo(ImportState.FAILED);
      assertThat(cancelled).isTrue();

      Files.copy(Samples.photo(1), late);
      bench.imports().retry(row.id());
      reading.await();
      bench.imports().close();
      assertThat(bench.queue().row(late).orElseThrow().state().done()).isFalse();
    }
  }

  private Around.Hook cancelBehindTheEnd(AtomicBoolean cancelled) {
    return (method, call) -> {
      Object result = call.go();
      if (method.equals("update") && cancelled.compareAndSet(false, true)) {
        imports.get().cancel();
      }
      return result;
    };
  }

  private static ImportRow bring(Workbench bench, Path file) throws InterruptedException {
    bench.imports().add(List.of(file));
    bench.imports().await();
    return bench.queue().row(file).orElseThrow();
  }

  @Test
  void aCancelWhileBytesAreOnTheirWayLeavesNothingOfThem() throws Exception {
    Path folder = temp.resolve("gallery");
    Path photos = Files.createDirectory(temp.resolve("photos"));
    for (int n = 1; n <= 4; n++) {
      Samples.remarked(n, "photo", photos);
    }
    try (Workspace.Session session = Galleries.open(folder)) {
      CountDownLatch sending = new CountDownLatch(1);
      Runnable listener =
          () -> {
            boolean sent =
                session.imports().rows(false, null, 10).items().stream()
                    .anyMatch(row -> session.imports().sent(row.id()) > 0);
            if (sent) {
              sending.countDown();
            }
          };
      try (var _ = session.imports().onChange(listener)) {
        session.imports().add(List.of(photos));
        sending.await();
        session.imports().cancel();
      }
      session.imports().await();
      assertThat(session.imports().counts().open()).isZero();
    }
    Wholeness.check(folder);
  }
}
