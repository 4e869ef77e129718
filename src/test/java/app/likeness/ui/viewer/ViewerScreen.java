package app.likeness.ui.viewer;

import app.likeness.gallery.Photos;
import app.likeness.gallery.Workspace;
import app.likeness.model.PersonId;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.testing.DrawnTimeline;
import app.likeness.testing.Fx;
import app.likeness.ui.Navigator;
import app.likeness.ui.controls.PictureGrid;
import app.likeness.ui.photos.PhotosModel;
import app.likeness.ui.photos.PhotosView;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The viewer over the timeline of a drawn gallery, and what a test does with it and sees of it.
final class ViewerScreen implements AutoCloseable {
  final StackPane root = new StackPane();
  final List<PersonId> visited = new ArrayList<>();
  final DrawnTimeline timeline;
  private final PhotosModel model;

  ViewerScreen(Stage stage, DrawnTimeline timeline) {
    this.timeline = timeline;
    model = timeline.model();
    Workspace.Session session = timeline.session();
    Viewer viewer =
        new Viewer(
            session.gallery(),
            timeline.pictures(),
            session.reader(),
            timeline.background(),
            timeline.verbs(),
            new Covering());
    root.getChildren()
        .add(
            new PhotosView(model, timeline.pictures(), grid -> viewer.open(grid, p -> p), () -> {}));
    Fx.show(stage, root, 900, 640);
    model.items().reload();
  }

  PhotosModel model() {
    return model;
  }

  Photos photos() {
    return timeline.session().gallery().photos();
  }

  @Override
  public void close() {
    timeline.close();
  }

  PhotoId open(int index) {
    Fx.until(() -> root.lookup(".picture-grid") != null && model.items().get(index) != null);
    Fx.pulse(root.getScene());
    Fx.run(
        () -> {
          grid().requestFocus();
          grid().selection().only(index);
          grid().reveal(index);
        });
    Fx.press(root.getScene(), KeyCode.ENTER);
    Fx.pulse(root.getScene());
    return id(index);
  }

  void press(KeyCode code) {
    Fx.press(root.getScene(), code);
    Fx.pulse(root.getScene());
  }

  ViewerView view() {
    return (ViewerView) root.lookup(".viewer");
  }

  Button nameTag(String name) {
    return root.lookupAll(".face-layer .name").stream()
        .map(Button.class::cast)
        .filter(tag -> tag.getText().equals(name))
        .findFirst()
        .orElse(null);
  }

  PhotoId shown() {
    return Fx.on(() -> model.items().keyAt(grid().selection().current()));
  }

  String name() {
    return ((Label) root.lookup(".viewer-bar .title")).getText();
  }

  String name(int index) {
    Photo photo = model.items().get(index);
    return photo == null ? "-" : photo.original().fileName();
  }

  String bar() {
    return Fx.on(() -> ((Label) root.lookup(".viewer-bar .text-muted")).getText());
  }

  PhotoId id(int index) {
    return Fx.on(() -> model.items().keyAt(index));
  }

  @SuppressWarnings("unchecked") // the only grid of the page
  PictureGrid<PhotoId, Photo> grid() {
    return (PictureGrid<PhotoId, Photo>) root.lookup(".picture-grid");
  }

  /// As the shell does it, without its pages.
  private final class Covering implements Navigator {
    @Override
    public void people() {}

    @Override
    public void photos() {}

    @Override
    public void imports() {}

    @Override
    public void person(PersonId person) {
      visited.add(person);
    }

    @Override
    public void cover(Node whole) {
      root.getChildren().add(whole);
      whole.requestFocus();
    }

    @Override
    public void back() {
      root.getChildren().removeLast();
      root.lookup(".picture-grid").requestFocus();
    }
  }
}
