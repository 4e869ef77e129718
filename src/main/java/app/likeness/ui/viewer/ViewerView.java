package app.likeness.ui.viewer;

import static app.likeness.ui.Strings.text;

import app.likeness.model.Photo;
import app.likeness.ui.Navigator;
import app.likeness.ui.controls.Pictures;
import app.likeness.ui.controls.Question;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// One photo over the whole window.
public final class ViewerView extends StackPane implements ViewerBar.Verbs {
  private static final double STEP = 1.25;
  private static final double EDGE = 16;

  private final ViewerModel model;
  private final ViewerPictures pictures;
  private final Navigator navigator;
  private final BooleanProperty showFaces;
  private final BooleanProperty showInfo;
  private final FaceLayer faces;
  private final PhotoPane pane;
  private final InfoPanel info;
  private final ViewerBar bar;
  private final Label problem = new Label();
  private final Button previous = way(MaterialDesignC.CHEVRON_LEFT, "viewer.previous");
  private final Button next = way(MaterialDesignC.CHEVRON_RIGHT, "viewer.next");

  /// @param showFaces whether faces are framed, from one photo to the next
  /// @param showInfo whether the panel is open
  ViewerView(
      ViewerModel model,
      ViewerPictures pictures,
      Pictures thumbnails,
      Navigator navigator,
      BooleanProperty showFaces,
      BooleanProperty showInfo) {
    this.model = model;
    this.pictures = pictures;
    this.navigator = navigator;
    this.showFaces = showFaces;
    this.showInfo = showInfo;
    faces = new FaceLayer(person -> navigator.person(person.id()));
    pane = new PhotoPane(faces);
    info = new InfoPanel(thumbnails, person -> navigator.person(person.id()));
    bar = new ViewerBar(this, showFaces, showInfo);
    getStyleClass().add("viewer");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    problem.getStyleClass().add("problem");
    problem.setWrapText(true);
    setMargin(previous, new Insets(EDGE));
    setMargin(next, new Insets(EDGE));
    setAlignment(previous, Pos.CENTER_LEFT);
    setAlignment(next, Pos.CENTER_RIGHT);
    previous.setOnAction(_ -> model.previous());
    next.setOnAction(_ -> model.next());
    BorderPane page = new BorderPane(new StackPane(pane, problem, previous, next));
    page.setTop(bar);
    showInfo.subscribe(shown -> page.setRight(shown ? info : null));
    getChildren().add(page);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    follow();
  }

  private void follow() {
    pictures.onPicture(pane::picture, problem::setText);
    pane.onWanting(pictures::want);
    pane.percentProperty().subscribe(percent -> bar.percent(percent.longValue()));
    faces.visibleProperty().bind(showFaces);
    model.photoProperty().subscribe(this::show);
    model.indexProperty().subscribe(_ -> place());
    model.facesProperty().subscribe(faces::show);
    model.facesProperty().subscribe(info::show);
    model.onEnded(navigator::back);
    sceneProperty().subscribe((_, scene) -> close(scene == null));
  }

  private void close(boolean gone) {
    if (gone) {
      model.close();
      pictures.show(null);
    }
  }

  private void show(@Nullable Photo photo) {
    problem.setText("");
    setAccessibleText(photo == null ? "" : photo.original().fileName());
    pane.photo(photo);
    pictures.show(photo);
    pictures.prepare(model.neighbour(1));
    pictures.prepare(model.neighbour(-1));
    info.show(photo);
    place();
  }

  private void place() {
    bar.show(model.photo(), model.indexProperty().get(), model.size());
    previous.setVisible(model.indexProperty().get() > 0);
    next.setVisible(model.indexProperty().get() < model.size() - 1);
  }

  private static Button way(Ikon sign, String key) {
    Button button = new Button(null, new FontIcon(sign));
    button.getStyleClass().add("way-on");
    button.setAccessibleText(text(key));
    button.setFocusTraversable(false);
    return button;
  }

  // ---- verbs

  private void key(KeyEvent event) {
    boolean taken = event.isShortcutDown() ? withShortcut(event) : plain(event);
    if (taken) {
      event.consume();
    }
  }

  private boolean withShortcut(KeyEvent event) {
    switch (event.getCode()) {
      case S -> save();
      case PLUS, ADD, EQUALS -> pane.zoom(STEP);
      case MINUS, SUBTRACT -> pane.zoom(1 / STEP);
      case DIGIT0, NUMPAD0 -> pane.fit();
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean plain(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT, PAGE_UP, UP -> model.previous();
      case RIGHT, PAGE_DOWN, DOWN, SPACE -> model.next();
      case HOME -> model.first();
      case END -> model.last();
      case DIGIT0, NUMPAD0 -> pane.fit();
      case DIGIT1, NUMPAD1 -> pane.actual();
      case PLUS, ADD, EQUALS -> pane.zoom(STEP);
      case MINUS, SUBTRACT -> pane.zoom(1 / STEP);
      case F -> showFaces.set(!showFaces.get());
      case I -> showInfo.set(!showInfo.get());
      case DELETE, BACK_SPACE -> delete();
      case ESCAPE -> close();
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    navigator.back();
  }

  @Override
  public void save() {
    model.save();
  }

  @Override
  public void delete() {
    if (model.photo() != null) {
      Question.ask(
          this,
          text("photos.delete.question", 1),
          text("photos.delete.hint"),
          text("photos.delete"),
          model::delete);
    }
  }

  @Override
  public void toggleZoom() {
    if (pane.viewport().fitted()) {
      pane.actual();
    } else {
      pane.fit();
    }
  }

  PhotoPane pane() {
    return pane;
  }
}
