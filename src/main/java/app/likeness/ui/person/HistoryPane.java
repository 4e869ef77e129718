package app.likeness.ui.person;

import static app.likeness.ui.Strings.text;

import app.likeness.gallery.People;
import app.likeness.ui.controls.EmptyState;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/// What was decided about somebody, each to be taken back at any time.
final class HistoryPane extends StackPane {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
          .withZone(ZoneId.systemDefault());

  private final PersonModel model;

  HistoryPane(PersonModel model) {
    this.model = model;
    model.historyProperty().subscribe(this::show);
  }

  private void show(List<People.Past> acts) {
    if (acts.isEmpty()) {
      getChildren()
          .setAll(
              new EmptyState(
                  MaterialDesignH.HISTORY, text("history.none"), text("history.none.hint")));
      return;
    }
    VBox rows = new VBox();
    rows.getStyleClass().add("history");
    acts.forEach(past -> rows.getChildren().add(row(past)));
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("page-scroll");
    getChildren().setAll(scroll);
  }

  private Node row(People.Past past) {
    Label says = new Label(past.text());
    says.setWrapText(true);
    Label when = new Label(WHEN.format(past.act().at()));
    when.getStyleClass().add("when");
    VBox words = new VBox(2, says, when);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(12, words, past.undone() ? undone() : undo(past));
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("history-row");
    return row;
  }

  private static Label undone() {
    Label label = new Label(text("history.undone"));
    label.getStyleClass().add("text-muted");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private Button undo(People.Past past) {
    Button undo = new Button(text("act.undo"));
    undo.setMinWidth(USE_PREF_SIZE);
    undo.setAccessibleText(text("history.undo", past.text()));
    undo.setOnAction(_ -> model.undo(past.act().seq()));
    return undo;
  }
}
