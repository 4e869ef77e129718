package app.likeness.ui.photos;

import static app.likeness.ui.Strings.text;

import app.likeness.model.Photo;
import app.likeness.storage.ObjectKeys;
import app.likeness.ui.controls.GridCell;
import app.likeness.ui.controls.Pictures;
import app.likeness.ui.controls.RemoteImage;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.geometry.Pos;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// One photo of a grid, with a mark to select it by.
final class PhotoCell extends GridCell<Photo> {
  /// How much larger than its object a picture may be drawn before a larger one is taken.
  private static final double ENLARGED = 1.15;

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT);

  private final RemoteImage picture;
  private final StackPane mark = new StackPane(new FontIcon(MaterialDesignC.CHECK));

  PhotoCell(Pictures pictures) {
    getStyleClass().add("photo-cell");
    picture = new RemoteImage(pictures, 0, 6);
    Region ring = new Region();
    ring.getStyleClass().add("ring");
    ring.setMouseTransparent(true);
    mark.getStyleClass().add("mark");
    mark.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setAlignment(mark, Pos.TOP_LEFT);
    mark.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    mark.addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
    getChildren().addAll(picture, ring, mark);
  }

  private void pressed(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      toggle();
      event.consume();
    }
  }

  @Override
  protected void update(@Nullable Photo next) {
    picture.key(next == null ? null : ObjectKeys.thumb(next.id(), size()));
  }

  @Override
  protected String spoken(Photo shown) {
    return text("photos.photo", shown.original().fileName(), WHEN.format(shown.sortedAt()));
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    Photo shown = item();
    if (shown != null) {
      picture.sharper(ObjectKeys.thumb(shown.id(), size()));
    }
  }

  /// The smallest thumbnail that is sharp here.
  private int size() {
    double scale = getScene() == null ? 1 : getScene().getWindow().getRenderScaleX();
    double pixels = Math.max(getWidth(), getHeight()) * scale;
    for (int size : ObjectKeys.SIZES) {
      if (size * ENLARGED >= pixels) {
        return size;
      }
    }
    return ObjectKeys.SIZES.getLast();
  }
}
