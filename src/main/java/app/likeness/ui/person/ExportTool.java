package app.likeness.ui.person;

import static app.likeness.ui.Strings.text;

import app.likeness.model.Person;
import app.likeness.ui.Choosers;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Copies somebody's photos into a folder, and shows how far that is.
final class ExportTool extends HBox {
  private final PersonModel model;
  private final ExportModel export;
  private final Choosers choosers;
  private final Button start = new Button(text("export"));
  private final Button stop = new Button(text("export.stop"));
  private final Label far = new Label();

  ExportTool(PersonModel model, ExportModel export, Choosers choosers) {
    super(8);
    this.model = model;
    this.export = export;
    this.choosers = choosers;
    setAlignment(Pos.CENTER_RIGHT);
    setMinWidth(USE_PREF_SIZE);
    far.getStyleClass().add("text-muted");
    start.setOnAction(_ -> choose());
    stop.setOnAction(_ -> export.cancel());
    export.doneProperty().subscribe(done -> show(done.intValue()));
  }

  private void choose() {
    Person person = model.person();
    if (person != null) {
      choosers.destination().ifPresent(folder -> export.start(person.id(), folder));
    }
  }

  private void show(int done) {
    Person person = model.person();
    if (done < 0 || person == null) {
      getChildren().setAll(start);
    } else {
      far.setText(text("export.far", done, person.photoCount()));
      getChildren().setAll(far, stop);
    }
  }
}
