package app.likeness.ui.photos;

import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.ui.controls.GridItems;
import app.likeness.ui.controls.GridLayout;
import app.likeness.ui.controls.PictureGrid;
import app.likeness.ui.controls.Pictures;

/// Photos in justified rows, the same wherever they are shown.
public final class PhotoGrid {
  /// The height of a row in pixels unless the user zooms.
  public static final int ROW = 188;

  private static final double GAP = 4;

  private PhotoGrid() {}

  public static PictureGrid<PhotoId, Photo> of(
      GridItems<PhotoId, Photo> items, Pictures pictures) {
    return new PictureGrid<>(items, rows(ROW), () -> new PhotoCell(pictures));
  }

  /// @param height of a row in pixels
  static GridLayout rows(int height) {
    return GridLayout.justified(height, GAP);
  }

  /// Width over height of a photo, 1 until it is known.
  public static double aspect(Photo photo) {
    return photo.height() == 0 ? 1 : (double) photo.width() / photo.height();
  }
}
