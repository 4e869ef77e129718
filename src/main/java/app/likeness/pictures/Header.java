package app.likeness.pictures;

import app.likeness.model.PictureType;
import org.jspecify.annotations.Nullable;

/// What a picture file says of itself before any pixel is decoded.
///
/// @param width of the stored picture in pixels
/// @param height of the stored picture in pixels
/// @param orientation where the container itself tells; null where EXIF does
/// @param profile null where the colours are sRGB, or are taken to be
public record Header(
    PictureType type,
    int width,
    int height,
    @Nullable Orientation orientation,
    @Nullable ColorProfile profile) {

  public long pixels() {
    return (long) width * height;
  }

  public int longSide() {
    return Math.max(width, height);
  }
}
