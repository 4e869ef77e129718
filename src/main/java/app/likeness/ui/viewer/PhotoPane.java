package app.likeness.ui.viewer;

import app.likeness.model.Photo;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// A photo that can be enlarged and moved, with its faces over it.
final class PhotoPane extends Region {
  /// One notch of a wheel (40 units) enlarges by a fifth.
  private static final double PER_UNIT = Math.log(1.2) / 40;

  private final Viewport viewport = new Viewport();
  private final ImageView picture = new ImageView();
  private final FaceLayer faces;
  private final Rectangle clip = new Rectangle();
  private final ReadOnlyLongWrapper percent = new ReadOnlyLongWrapper(this, "percent", 100);
  private DoubleConsumer wanting = _ -> {};
  private @Nullable Point2D grip;

  PhotoPane(FaceLayer faces) {
    this.faces = faces;
    getStyleClass().add("photo-pane");
    setClip(clip);
    picture.setManaged(false);
    picture.setMouseTransparent(true);
    faces.setManaged(false);
    getChildren().addAll(picture, faces);
    addEventHandler(ScrollEvent.SCROLL, this::wheel);
    addEventHandler(ZoomEvent.ZOOM, this::pinch);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> grip = null);
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
  }

  /// @param then told how many pixels of the photo's long side the screen has room for
  void onWanting(DoubleConsumer then) {
    wanting = then;
  }

  /// How large the photo is drawn, in percent of its own pixels.
  ReadOnlyLongProperty percentProperty() {
    return percent.getReadOnlyProperty();
  }

  /// Shows another photo whole; its picture comes later.
  void photo(@Nullable Photo next) {
    picture.setImage(null);
    if (next != null) {
      viewport.picture(next.width(), next.height());
    }
    draw();
  }

  /// Shows a picture of the photo, of whatever size, where the photo lies.
  void picture(Image sharper) {
    picture.setImage(sharper);
    draw();
  }

  void fit() {
    viewport.fit();
    draw();
  }

  void actual() {
    viewport.actual(getWidth() / 2, getHeight() / 2);
    draw();
  }

  void zoom(double factor) {
    zoom(factor, getWidth() / 2, getHeight() / 2);
  }

  private void zoom(double factor, double x, double y) {
    viewport.zoom(factor, x, y);
    draw();
  }

  private void wheel(ScrollEvent event) {
    if (event.getDeltaY() != 0 && !event.isInertia()) {
      zoom(Math.exp(event.getDeltaY() * PER_UNIT), event.getX(), event.getY());
    }
    event.consume();
  }

  private void pinch(ZoomEvent event) {
    zoom(event.getZoomFactor(), event.getX(), event.getY());
    event.consume();
  }

  private void press(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      grip = new Point2D(event.getX(), event.getY());
    }
  }

  private void drag(MouseEvent event) {
    if (grip != null) {
      viewport.pan(event.getX() - grip.getX(), event.getY() - grip.getY());
      grip = new Point2D(event.getX(), event.getY());
      draw();
    }
  }

  private void click(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      if (viewport.fitted()) {
        viewport.actual(event.getX(), event.getY());
      } else {
        viewport.fit();
      }
      draw();
    }
  }

  @Override
  protected void layoutChildren() {
    clip.setWidth(getWidth());
    clip.setHeight(getHeight());
    viewport.view(getWidth(), getHeight(), 1 / pixels());
    draw();
  }

  /// Screen pixels per unit of length.
  private double pixels() {
    boolean shown = getScene() != null && getScene().getWindow() != null;
    return shown ? getScene().getWindow().getRenderScaleX() : 1;
  }

  private void draw() {
    picture.setX(viewport.x());
    picture.setY(viewport.y());
    picture.setFitWidth(viewport.drawnWidth());
    picture.setFitHeight(viewport.drawnHeight());
    // Enlarged beyond its pixels, a picture shows them rather than a blur.
    picture.setSmooth(viewport.percent() <= 200);
    faces.resizeRelocate(
        viewport.x(), viewport.y(), viewport.drawnWidth(), viewport.drawnHeight());
    setCursor(viewport.fitted() ? Cursor.DEFAULT : Cursor.MOVE);
    percent.set(viewport.percent());
    wanting.accept(Math.max(viewport.drawnWidth(), viewport.drawnHeight()) * pixels());
  }

  Viewport viewport() {
    return viewport;
  }
}
