package app.likeness.ui.photos;

import static app.likeness.ui.Strings.text;

import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.ui.controls.EmptyState;
import app.likeness.ui.controls.PictureGrid;
import app.likeness.ui.controls.Pictures;
import app.likeness.ui.controls.Question;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/// The timeline of all photos.
public final class PhotosView extends StackPane {
  private final PhotosModel model;
  private final PictureGrid<PhotoId, Photo> grid;
  private final StackPane body = new StackPane();
  private final HBox timeline;
  private final Runnable add;

  /// @param open shows a photo of the grid over the whole window
  /// @param add lets the user choose photos to add
  public PhotosView(
      PhotosModel model,
      Pictures pictures,
      Consumer<PictureGrid<PhotoId, Photo>> open,
      Runnable add) {
    this.model = model;
    this.add = add;
    getStyleClass().add("photos");
    grid = PhotoGrid.of(model.items(), pictures);
    grid.getStyleClass().add("page-main");
    grid.setAccessibleText(text("place.photos"));
    grid.onOpen(_ -> open.accept(grid));
    grid.showBar(false);
    grid.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    grid.addEventFilter(ScrollEvent.SCROLL, this::wheel);
    timeline = new HBox(grid, new DateScrubber(grid));
    HBox.setHgrow(grid, Priority.ALWAYS);
    timeline.getStyleClass().add("timeline");
    PhotosHeader header = new PhotosHeader(model, grid.selection(), this::delete);
    BorderPane page = new BorderPane(body);
    page.setTop(header);
    getChildren().add(page);
    model.items().readyProperty().subscribe(_ -> fill());
    model.items().sizeProperty().subscribe(_ -> fill());
    model.zoomProperty().subscribe(_ -> grid.arrange(PhotoGrid.rows(model.rowHeight())));
  }

  private void fill() {
    if (model.items().isReady() && model.items().size() == 0) {
      body.getChildren().setAll(emptiness());
    } else if (!body.getChildren().contains(timeline)) {
      body.getChildren().setAll(timeline);
    }
  }

  private Node emptiness() {
    Button choose = new Button(text("photos.none.add"));
    choose.setOnAction(_ -> add.run());
    return new EmptyState(
        MaterialDesignI.IMAGE_MULTIPLE_OUTLINE,
        text("photos.none"),
        text("photos.none.hint"),
        choose);
  }

  private void delete() {
    Set<PhotoId> chosen = grid.selection().chosen();
    if (!chosen.isEmpty()) {
      Question.ask(
          this,
          text("photos.delete.question", chosen.size()),
          text("photos.delete.hint"),
          text("photos.delete"),
          () -> model.delete(chosen, () -> grid.selection().remove(chosen)));
    }
  }

  private void key(KeyEvent event) {
    boolean taken = true;
    switch (event.getCode()) {
      case DELETE, BACK_SPACE -> delete();
      case PLUS, ADD, EQUALS -> taken = zoom(event.isShortcutDown(), 1);
      case MINUS, SUBTRACT -> taken = zoom(event.isShortcutDown(), -1);
      case DIGIT0, NUMPAD0 -> taken = usual(event.isShortcutDown());
      case S -> taken = save(event.isShortcutDown());
      default -> taken = false;
    }
    if (taken) {
      event.consume();
    }
  }

  private boolean zoom(boolean asked, int steps) {
    if (asked) {
      model.zoom(steps);
    }
    return asked;
  }

  private boolean usual(boolean asked) {
    if (asked) {
      model.zoomUsual();
    }
    return asked;
  }

  private boolean save(boolean asked) {
    if (asked) {
      model.save(grid.selection().chosen());
    }
    return asked;
  }

  private void wheel(ScrollEvent event) {
    if (event.isShortcutDown() && event.getDeltaY() != 0) {
      model.zoom(event.getDeltaY() > 0 ? 1 : -1);
      event.consume();
    }
  }
}
