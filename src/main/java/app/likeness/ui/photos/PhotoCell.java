package app.likeness.ui.photos;

import static app.likeness.ui.Strings.text;

import app.likeness.model.Photo;
import app.likeness.storage.ObjectKeys;
import app.likeness.ui.controls.GridCell;
import app.likeness.ui.controls.Pictures;
import app.likeness.ui.controls.RemoteImage;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// One photo of a grid, with a mark to select it by.
public final class PhotoCell extends GridCell<Photo> {
  /// How much larger than its object a picture may be drawn before a larger one is taken.
  private static final double ENLARGED = 1.15;

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT);

  private final RemoteImage picture;
  private final StackPane mark = new StackPane(new FontIcon(MaterialDesignC.CHECK));

  /// @param toggled told that the cell's mark was pressed
  public PhotoCell(Pictures pictures, Consumer<PhotoCell> toggled) {
    getStyleClass().add("photo-cell");
    picture = new RemoteImage(pictures, 0, 6);
    Region ring = new Region();
    ring.getStyleClass().add("ring");
    ring.setMouseTransparent(true);
    mark.getStyleClass().add("mark");
    mark.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setAlignment(mark, Pos.TOP_LEFT);
    mark.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> pressed(event, toggled));
    mark.addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
    getChildren().addAll(picture, ring, mark);
  }

  /// Width over height of a photo, 1 until it is known.
  public static double aspect(Photo photo) {
    return photo.height() == 0 ? 1 : (double) photo.width() / photo.height();
  }

  private void pressed(MouseEvent event, Consumer<PhotoCell> toggled) {
    if (event.getButton() == MouseButton.PRIMARY) {
      toggled.accept(this);
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
