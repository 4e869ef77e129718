package app.likeness.catalog.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.model.GalleryException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryLockTest {
  @TempDir Path folder;

  @Test
  void refusesASecondProcessAndNamesTheFirst() throws Exception {
    try (Child first = Child.start("", "lock", folder)) {
      assertThat(first.says()).isEqualTo("held");
      assertThatThrownBy(() -> GalleryLock.take(folder))
          .isInstanceOf(GalleryException.Conflict.class)
          .hasMessageContaining(folder.toRealPath().toString())
          .hasMessageContaining(Long.toString(first.pid()));
    }
  }

  @Test
  void isFreeAgainWhenItsHolderWasKilled() throws Exception {
    try (Child first = Child.start("", "lock", folder)) {
      assertThat(first.says()).isEqualTo("held");
    }
    GalleryLock.take(folder).close();
  }

  @Test
  void aSecondTryInTheSameProcessDoesNotGiveItAway() throws Exception {
    try (GalleryLock _ = GalleryLock.take(folder)) {
      assertThatThrownBy(() -> GalleryLock.take(folder.resolve(".")))
          .isInstanceOf(GalleryException.Conflict.class);
      try (Child second = Child.start("", "lock", folder)) {
        assertThat(second.says()).startsWith("Conflict: ");
      }
    }
    GalleryLock.take(folder).close();
  }

  @Test
  void anInterruptDoesNotGiveItAway() throws Exception {
    Thread.currentThread().interrupt();
    try (GalleryLock _ = GalleryLock.take(folder)) {
      assertThat(Thread.interrupted()).isTrue();
      try (Child second = Child.start("", "lock", folder)) {
        assertThat(second.says()).startsWith("Conflict: ");
      }
    }
  }
}
