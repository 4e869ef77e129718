package app.likeness.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.testing.Galleries;
import app.likeness.testing.Samples;
import app.likeness.ui.controls.PictureGrid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Real photos, real faces, the whole window, no mouse.
@ExtendWith(ApplicationExtension.class)
class MainJobTest {
  private Stage stage;
  private TestWindow window;

  @Start
  void start(Stage shown) {
    stage = shown;
  }

  @BeforeEach
  void open(FxRobot robot, @TempDir Path folder) {
    robot.interact(() -> window = new TestWindow(stage, Galleries.workspace(folder)));
    window.until(() -> window.shows(".photos .empty-state"));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void droppedPhotosAreImportedAndThePeopleInThemNamed(@TempDir Path dropped) throws IOException {
    window.until(() -> window.shows(".first-run"));
    drop(dropped);
    window.press(KeyCode.DIGIT3, false, true);
    window.until(() -> window.shows(".import-cell .state.failed"));
    assertThat(((Label) window.shell().lookup(".import-cell .state.failed")).getText())
        .startsWith("Failed · ");
    window.press(KeyCode.DIGIT2, false, true);
    toPeople();
    nameTheFirst();
    window.press(KeyCode.HOME);
    window.press(KeyCode.ENTER);
    window.until(() -> window.shows(".person .photo-cell"));
    assertThat(((Label) window.shell().lookup(".person-header .label")).getText()).isEqualTo("Ana");
  }

  private void drop(Path dropped) throws IOException {
    Path broken = Files.writeString(dropped.resolve("broken.jpg"), "no picture");
    List<Path> files = new ArrayList<>(List.of(Samples.photo(1), Samples.photo(2), broken));
    window.on(
        () -> {
          window.shell().add(files);
          return window.shows(".drop-layer");
        });
    window.until(() -> !window.shows(".drop-layer"));
    window.until(() -> window.shows(".photos .photo-cell"));
    window.until(() -> !window.shows(".import-bar") && !window.said().isEmpty());
    assertThat(window.said()).isEqualTo("2 photos added, 1 failed");
  }

  /// Strangers are folded at first, each having few photos.
  private void toPeople() {
    window.until(() -> window.shows(".people .person-cell") || window.shows(".people .accent"));
    if (!window.shows(".people .person-cell")) {
      toPage();
      window.press(KeyCode.SPACE);
      window.release(KeyCode.SPACE);
    }
    window.until(() -> window.shows(".people .person-cell"));
    toPage();
    assertThat(window.focus()).isInstanceOf(PictureGrid.class);
  }

  private void nameTheFirst() {
    window.press(KeyCode.RIGHT);
    window.press(KeyCode.F2);
    window.type("Ana");
    window.press(KeyCode.ENTER);
    window.until(() -> window.said().equals("Named Ana"));
    window.until(() -> window.focus() instanceof PictureGrid);
  }

  /// F6 goes from the sidebar to what the page is about, and back.
  private void toPage() {
    window.press(KeyCode.F6);
    if (!window.focus().getStyleClass().contains("page-main")) {
      window.press(KeyCode.F6);
    }
  }
}
