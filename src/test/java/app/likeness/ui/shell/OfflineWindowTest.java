package app.likeness.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.model.Decision;
import app.likeness.model.PersonId;
import app.likeness.testing.DrawnGallery;
import app.likeness.testing.Galleries;
import app.likeness.testing.Samples;
import app.likeness.testing.ServedFolder;
import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
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

/// The window on a gallery behind a server that others use too, and that goes away and comes back.
@ExtendWith(ApplicationExtension.class)
class OfflineWindowTest {
  private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

  @TempDir Path folder;
  private Stage stage;
  private TestWindow window;
  private ServedFolder server;

  @Start
  void start(Stage shown) {
    stage = shown;
  }

  @BeforeEach
  void open(FxRobot robot) {
    DrawnGallery.fill(folder.resolve("gallery"), 6, 2, 0);
    server = new ServedFolder(folder.resolve("gallery"), folder.resolve("data"));
    robot.interact(() -> window = new TestWindow(stage, server.workspace()));
    window.until(() -> cells() > 0 && !missing());
  }

  @AfterEach
  void close() {
    window.close();
    server.close();
  }

  private long cells() {
    return window.shell().lookupAll(".photos .photo-cell").stream().filter(Node::isVisible).count();
  }

  private boolean missing() {
    return window.shell().lookupAll(".remote-image").stream()
        .anyMatch(node -> node.getPseudoClassStates().contains(MISSING));
  }

  @Test
  void whatAnotherClientDoesAppears() {
    try (var other = server.workspace().read()) {
      PersonId person = Galleries.people(other.gallery()).getFirst().id();
      window.press(KeyCode.DIGIT2, false, true);
      window.until(() -> window.shows(".people .person-cell"));
      other.gallery().people().decide(List.of(new Decision.Name(person, "Ada")));
      window.until(() -> window.shell().lookupAll(".people .label").stream()
          .anyMatch(node -> node instanceof Labeled label && label.getText().equals("Ada")));
    }
  }

  @Test
  void whileNobodyAnswersOneNoticeSaysSoAndAllGoesOnAfterwards() {
    long before = window.on(this::cells);
    server.stop();
    window.until(() -> window.said().contains("does not answer"));
    assertThat(window.on(this::cells)).isEqualTo(before);
    assertThat(window.on(this::missing)).isFalse();

    window.on(
        () -> {
          window.shell().add(List.of(Samples.photo(1)));
          return true;
        });
    window.until(() -> window.shows(".import-bar"));
    window.press(KeyCode.DIGIT3, false, true);
    window.until(() -> window.shows(".imports .trouble"));
    assertThat(window.said()).contains("does not answer");

    server.start();
    window.until(() -> window.said().equals("1 photo added"));
    window.until(() -> !window.shows(".imports .trouble"));
    window.press(KeyCode.DIGIT1, false, true);
    window.until(() -> cells() > 0 && !missing());
  }
}
