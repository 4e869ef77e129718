package app.likeness.ui.people;

import static app.likeness.ui.Strings.text;

import app.likeness.model.Person;
import app.likeness.ui.controls.EditableName;
import app.likeness.ui.controls.GridCell;
import app.likeness.ui.controls.Pictures;
import app.likeness.ui.controls.RemoteImage;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A person in the grid: their face in a circle, their name to be edited in place, their photos.
final class PersonCell extends GridCell<Person> {
  static final double WIDTH = 136;
  static final double HEIGHT = 176;

  private static final double FACE = 112;

  private final RemoteImage face;
  private final EditableName name;
  private final Label count = new Label();
  private final VBox content;

  PersonCell(Pictures pictures, PeopleModel model) {
    getStyleClass().add("person-cell");
    face = new RemoteImage(pictures, 0, FACE);
    face.setMinSize(FACE, FACE);
    face.setMaxSize(FACE, FACE);
    StackPane ring = new StackPane(face);
    ring.getStyleClass().add("ring");
    ring.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    name = new EditableName(Pos.CENTER, wanted -> rename(model, wanted));
    name.editingProperty().subscribe((_, editing) -> model.typing(editing));
    name.onEnded(this::focusGrid);
    count.getStyleClass().add("count");
    content = new VBox(ring, name, count);
    content.setAlignment(Pos.TOP_CENTER);
    content.setMouseTransparent(false);
    getChildren().add(content);
  }

  private void rename(PeopleModel model, String wanted) {
    Person person = item();
    if (person != null) {
      model.verbs().rename(person, wanted);
      name.show(wanted.strip());
    }
  }

  /// Lets the name be typed.
  void edit() {
    name.edit();
  }

  Node face() {
    return face;
  }

  private void focusGrid() {
    if (getParent() != null) {
      getParent().requestFocus();
    }
  }

  @Override
  protected void update(@Nullable Person next) {
    content.setVisible(next != null);
    if (next == null) {
      name.cancel();
      face.key(null);
      return;
    }
    face.key(next.repThumbKey());
    name.show(next.name());
    count.setText(text("people.count", next.photoCount()));
  }

  @Override
  protected String spoken(Person shown) {
    String called = shown.name().isEmpty() ? text("people.nobody") : shown.name();
    return text("people.spoken", called, shown.photoCount());
  }
}
