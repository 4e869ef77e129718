package app.likeness.pictures;

/// Decoded pixels: upright, sRGB, opaque, one `0xFFrrggbb` a pixel, row by row from the top.
public final class Picture {
  private final int width;
  private final int height;
  private final int[] pixels;

  /// @param pixels `width * height` of them; not copied, so do not change them afterwards
  public Picture(int width, int height, int[] pixels) {
    if (width < 1 || height < 1 || pixels.length != width * height) {
      throw new IllegalArgumentException(width + " x " + height + " is not " + pixels.length);
    }
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /// The pixels themselves, not a copy; do not change them.
  public int[] pixels() {
    return pixels;
  }
}
