package app.likeness.catalog.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.PeopleQuery;
import app.likeness.catalog.Samples;
import app.likeness.model.GalleryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Callers of every kind, many at once, and other processes beside.
class ThreadsTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void names() {
    file = folder.resolve("catalog.sqlite");
  }

  private static void pass(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void virtualThreadsThatWaitForAWriteHoldUpNoOther() throws Exception {
    try (Catalog catalog = SqliteCatalog.open(file)) {
      CountDownLatch started = new CountDownLatch(1);
      CountDownLatch release = new CountDownLatch(1);
      List<Thread> waiting = new ArrayList<>();
      waiting.add(
          Thread.startVirtualThread(
              () ->
                  catalog.serially(
                      () -> {
                        started.countDown();
                        pass(release);
                        return null;
                      })));
      started.await();
      for (int i = 0; i < 500; i++) {
        String name = "s" + i;
        waiting.add(Thread.startVirtualThread(() -> catalog.setting(name, "1")));
      }
      // Could not run to its end if those who wait held the carriers.
      Thread other = Thread.startVirtualThread(() -> assertThat(catalog.totals().photos()).isZero());
      other.join();
      release.countDown();
      for (Thread thread : waiting) {
        thread.join();
      }
      assertThat(catalog.setting("s499")).contains("1");
    }
  }

  @Test
  void anInterruptedCallerStillWritesAllAndStaysInterrupted() throws Exception {
    try (Catalog catalog = SqliteCatalog.open(file)) {
      CountDownLatch started = new CountDownLatch(1);
      CountDownLatch release = new CountDownLatch(1);
      boolean[] interrupted = new boolean[1];
      Thread caller =
          Thread.ofVirtual()
              .start(
                  () -> {
                    catalog.serially(
                        () -> {
                          catalog.setting("first", "1");
                          started.countDown();
                          pass(release);
                          catalog.setting("second", "1");
                          return null;
                        });
                    interrupted[0] = Thread.currentThread().isInterrupted();
                  });
      started.await();
      caller.interrupt();
      release.countDown();
      caller.join();
      assertThat(interrupted[0]).isTrue();
      assertThat(catalog.setting("first")).contains("1");
      assertThat(catalog.setting("second")).contains("1");
    }
  }

  @Test
  void readsBesideAWriterAndRefusesToWrite() {
    try (Catalog writer = SqliteCatalog.open(file);
        Catalog reader = SqliteCatalog.read(file)) {
      assertThat(reader.totals().photos()).isZero();
      Samples.add(writer, Samples.photo("one", 1));
      assertThat(reader.totals().photos()).isEqualTo(1);
      assertThat(reader.people().list(PeopleQuery.ALL, null, 10).items()).isEmpty();
      assertThatThrownBy(() -> reader.photos().begin(Samples.photo("two", 2)))
          .isInstanceOf(GalleryException.Conflict.class);
      assertThatThrownBy(() -> reader.serially(() -> null))
          .isInstanceOf(GalleryException.Conflict.class);
      assertThat(writer.photos().find(Samples.photo("two", 2).id())).isEmpty();
    }
  }

  @Test
  void readsWhileAnotherProcessWrites() throws Exception {
    try (Child child = Child.start("", "write", file)) {
      child.says();
      try (Catalog reader = SqliteCatalog.read(file)) {
        int photos = reader.totals().photos();
        assertThat(photos).isPositive();
        while (reader.totals().photos() == photos) {
          child.says();
        }
        assertThat(reader.totals().photos()).isGreaterThan(photos);
      }
    }
  }

  @Test
  void readsWhatAKilledProcessHasLeft() throws Exception {
    try (Child child = Child.start("", "write", file)) {
      child.says();
    }
    try (Catalog reader = SqliteCatalog.read(file)) {
      assertThat(reader.totals().photos()).isPositive();
    }
  }

  @Test
  void thereIsNothingToReadBeforeTheFirstImport() {
    assertThatThrownBy(() -> SqliteCatalog.read(file))
        .isInstanceOf(GalleryException.NotFound.class);
    assertThat(file).doesNotExist();
  }
}
