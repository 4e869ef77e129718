package app.likeness.ui.shell;

import static app.likeness.ui.Strings.text;

import app.likeness.ui.controls.EmptyState;
import app.likeness.ui.controls.Notices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/// Stands in for the pages until the gallery is open, or says why it is not.
final class OpeningView extends StackPane {
  OpeningView() {
    opening();
  }

  void opening() {
    ProgressIndicator turning = new ProgressIndicator();
    turning.setMaxSize(32, 32);
    Label label = new Label(text("opening"));
    label.getStyleClass().add("text-muted");
    VBox calm = new VBox(12, turning, label);
    calm.setAlignment(Pos.CENTER);
    getChildren().setAll(calm);
  }

  /// @param elsewhere lets the user choose another back end, where that may be
  void failed(Throwable failure, Runnable retry, Optional<Runnable> elsewhere) {
    Button again = new Button(text("opening.retry"));
    again.setDefaultButton(true);
    again.setOnAction(
        _ -> {
          opening();
          retry.run();
        });
    Button quit = new Button(text("opening.quit"));
    quit.setOnAction(_ -> getScene().getWindow().hide());
    List<Button> buttons = new ArrayList<>(List.of(again));
    elsewhere.ifPresent(
        run -> {
          Button other = new Button(text("opening.elsewhere"));
          other.setOnAction(_ -> run.run());
          buttons.add(other);
        });
    buttons.add(quit);
    getChildren()
        .setAll(
            new EmptyState(
                MaterialDesignD.DATABASE_ALERT_OUTLINE,
                text("opening.failed"),
                Notices.sentence(failure),
                buttons.toArray(Button[]::new)));
    Platform.runLater(again::requestFocus);
  }
}
