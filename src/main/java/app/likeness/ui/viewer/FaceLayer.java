package app.likeness.ui.viewer;

import static app.likeness.ui.Strings.text;

import app.likeness.model.Box;
import app.likeness.model.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// A frame around each face of a photo, with the name under it; a name leads to the person.
final class FaceLayer extends Pane {
  private static final double GAP = 4;

  /// Smaller faces that have no name do not say so.
  private static final double ROOM = 96;

  private final Consumer<Person> open;
  private final List<Tag> tags = new ArrayList<>();

  private record Tag(SeenFace face, Region frame, Button name) {}

  FaceLayer(Consumer<Person> open) {
    this.open = open;
    getStyleClass().add("face-layer");
    setPickOnBounds(false);
  }

  void show(List<SeenFace> faces) {
    tags.clear();
    List<Node> nodes = new ArrayList<>();
    for (SeenFace face : faces) {
      Tag tag = tag(face);
      tags.add(tag);
      nodes.add(tag.frame());
      nodes.add(tag.name());
    }
    getChildren().setAll(nodes);
  }

  private Tag tag(SeenFace face) {
    Region frame = new Region();
    frame.getStyleClass().add("frame");
    frame.setMouseTransparent(true);
    frame.setManaged(false);
    String said = face.name().isEmpty() ? text("viewer.unnamed") : face.name();
    Button name = new Button(said);
    name.getStyleClass().add("name");
    name.setManaged(false);
    name.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    name.setAccessibleText(text("viewer.face", said));
    Person person = face.person();
    if (person != null) {
      name.setOnAction(_ -> open.accept(person));
    }
    return new Tag(face, frame, name);
  }

  @Override
  protected void layoutChildren() {
    for (Tag tag : tags) {
      Box box = tag.face().face().box();
      double x = Math.rint(box.left() * getWidth());
      double y = Math.rint(box.top() * getHeight());
      double width = Math.rint(box.width() * getWidth());
      double height = Math.rint(box.height() * getHeight());
      tag.frame().resizeRelocate(x, y, width, height);
      boolean told = !tag.face().name().isEmpty();
      tag.name().setVisible(tag.face().person() != null && (told || width >= ROOM));
      tag.name().autosize();
      double left = x + (width - tag.name().getWidth()) / 2;
      double most = Math.max(0, getWidth() - tag.name().getWidth());
      tag.name().relocate(Math.rint(Math.clamp(left, 0, most)), y + height + GAP);
    }
  }
}
