package app.likeness.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.testing.Galleries;
import app.likeness.testing.Samples;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import javafx.scene.control.Button;
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

/// Imports that cannot go on say so in the window, and go on when they can.
@ExtendWith(ApplicationExtension.class)
class StandstillTest {
  @TempDir Path folder;
  private Stage stage;
  private TestWindow window;

  @Start
  void start(Stage shown) {
    stage = shown;
  }

  @BeforeEach
  void open(FxRobot robot) {
    robot.interact(() -> window = new TestWindow(stage, Galleries.workspace(folder)));
    window.until(() -> window.shows(".photos .empty-state"));
  }

  @AfterEach
  void close() {
    window.close();
  }

  /// As a full disk would: nothing about a row can be noted any more.
  private void queue(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("imports.sqlite"));
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private void add() {
    window.on(
        () -> {
          window.shell().add(List.of(Samples.photo(2)));
          return true;
        });
  }

  private void retry() {
    window.on(
        () -> {
          ((Button) window.shell().lookup(".notice-action")).fire();
          return true;
        });
  }

  @Test
  void theReasonIsShownWithARetryThatGoesOn() throws Exception {
    queue("CREATE TRIGGER stuck BEFORE UPDATE ON imports BEGIN SELECT RAISE(ABORT, ''); END");
    add();
    window.until(() -> window.said().contains("The imports stopped"));
    window.press(KeyCode.DIGIT3, false, true);
    window.until(() -> window.shows(".imports .trouble"));
    assertThat(((Label) window.shell().lookup(".imports .trouble")).getText())
        .isEqualTo(window.said());

    retry();
    window.until(() -> window.said().contains("The imports stopped")); // it is still so

    queue("DROP TRIGGER stuck");
    retry();
    window.until(() -> window.said().equals("1 photo added"));
    window.until(() -> !window.shows(".imports .trouble"));
  }
}
