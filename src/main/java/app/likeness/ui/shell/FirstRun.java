package app.likeness.ui.shell;

import static app.likeness.ui.Strings.text;

import app.likeness.gallery.Workspace.Site;
import app.likeness.ui.SiteWords;
import app.likeness.ui.settings.RecognitionModel;
import app.likeness.ui.settings.RecognitionSwitch;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Says once, while the gallery is new, what will happen to the photos, and lets faces be left alone.
final class FirstRun extends HBox {
  FirstRun(RecognitionModel recognition, Site site) {
    getStyleClass().add("first-run");
    setAlignment(Pos.CENTER_LEFT);
    Label faces = line(SiteWords.of("first-run.faces.", site));
    Label copies = line(text("first-run.copies"));
    copies.getStyleClass().add("text-muted");
    VBox words = new VBox(4, faces, copies);
    setHgrow(words, Priority.ALWAYS);
    RecognitionSwitch toggle = new RecognitionSwitch(recognition);
    toggle.setMinWidth(USE_PREF_SIZE);
    Button understood = new Button(text("first-run.understood"));
    understood.setMinWidth(USE_PREF_SIZE);
    understood.setOnAction(_ -> dismiss());
    getChildren().addAll(words, toggle, understood);
    dismiss();
  }

  private static Label line(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  void show() {
    setVisible(true);
    setManaged(true);
  }

  private void dismiss() {
    setVisible(false);
    setManaged(false);
  }
}
