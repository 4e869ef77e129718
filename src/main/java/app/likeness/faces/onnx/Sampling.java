package app.likeness.faces.onnx;

import app.likeness.pictures.Picture;

/// Reads a picture between its pixels.
final class Sampling {
  private static final int BLACK = 0xff000000;

  private Sampling() {}

  /// Bilinear interpolation; beyond the picture all is black.
  ///
  /// @param x in pixels whose centres are whole numbers
  static int bilinear(Picture picture, double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double right = x - left;
    double down = y - top;
    int a = pixel(picture, left, top);
    int b = pixel(picture, left + 1, top);
    int c = pixel(picture, left, top + 1);
    int d = pixel(picture, left + 1, top + 1);
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double above = (1 - right) * (a >> shift & 0xff) + right * (b >> shift & 0xff);
      double below = (1 - right) * (c >> shift & 0xff) + right * (d >> shift & 0xff);
      mixed |= (int) ((1 - down) * above + down * below + .5) << shift;
    }
    return BLACK | mixed;
  }

  private static int pixel(Picture picture, int x, int y) {
    boolean on = x >= 0 && y >= 0 && x < picture.width() && y < picture.height();
    return on ? picture.pixels()[y * picture.width() + x] : BLACK;
  }
}
