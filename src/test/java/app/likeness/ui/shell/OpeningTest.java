package app.likeness.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.gallery.Workspace;
import app.likeness.model.GalleryException;
import app.likeness.testing.Galleries;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class OpeningTest {
  private Stage stage;
  private TestWindow window;

  @Start
  void start(Stage shown) {
    stage = shown;
  }

  @Test
  void theWindowShowsBeforeTheGalleryIsOpen(FxRobot robot, @TempDir Path folder) {
    CountDownLatch may = new CountDownLatch(1);
    Workspace real = Galleries.workspace(folder);
    robot.interact(
        () ->
            window =
                new TestWindow(
                    stage,
                    new Opening(
                        () -> {
                          await(may);
                          return real.open();
                        })));
    assertThat(window.shows(".progress-indicator")).isTrue();
    may.countDown();
    window.until(() -> window.shows(".photos"));
    window.close();
  }

  @Test
  void aGalleryThatCannotBeOpenedSaysWhyAndIsTriedAgain(FxRobot robot, @TempDir Path folder) {
    AtomicInteger attempts = new AtomicInteger();
    Workspace real = Galleries.workspace(folder);
    Opening held =
        new Opening(
            () -> {
              if (attempts.incrementAndGet() == 1) {
                throw new GalleryException.Conflict("Another Likeness holds this gallery.");
              }
              return real.open();
            });
    robot.interact(() -> window = new TestWindow(stage, held));
    window.until(() -> window.shows(".empty-state"));
    Label hint = (Label) window.shell().lookup(".empty-state .hint");
    assertThat(hint.getText()).isEqualTo("Another Likeness holds this gallery.");
    assertThat(((Label) window.shell().lookup(".gallery-state")).getText()).isEqualTo("Not open");
    window.until(() -> window.focus() != null);
    window.press(KeyCode.SPACE);
    window.release(KeyCode.SPACE);
    window.until(() -> window.shows(".photos"));
    window.close();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// A workspace that opens as a test wants it to.
  private record Opening(Supplier<Session> how) implements Workspace {
    @Override
    public Session open() {
      return how.get();
    }

    @Override
    public Opened read() {
      throw new UnsupportedOperationException("The window does not only read");
    }
  }
}
