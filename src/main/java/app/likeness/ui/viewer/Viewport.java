package app.likeness.ui.viewer;

/// Where a picture lies in a view: how large it is drawn and which part is seen. Pure geometry.
///
/// Scales are view pixels per picture pixel. The picture is centred where it is smaller than the
/// view, and never leaves an edge open where it is larger.
final class Viewport {
  /// Picture pixels are never drawn larger than this.
  static final double MOST = 8;

  private double width = 1;
  private double height = 1;
  private double viewWidth = 1;
  private double viewHeight = 1;
  private double actual = 1;
  private double scale = 1;
  private double x;
  private double y;
  private boolean fitted = true;

  /// Another picture, shown whole.
  void picture(double pictureWidth, double pictureHeight) {
    width = Math.max(1, pictureWidth);
    height = Math.max(1, pictureHeight);
    fit();
  }

  /// Another size of the view: what was shown whole stays so, else the middle stays in the middle.
  ///
  /// @param pixel how large one pixel of the screen is
  void view(double wide, double high, double pixel) {
    double middleX = (viewWidth / 2 - x) / scale;
    double middleY = (viewHeight / 2 - y) / scale;
    viewWidth = Math.max(1, wide);
    viewHeight = Math.max(1, high);
    actual = pixel;
    if (fitted) {
      fit();
    } else {
      place(Math.max(scale, whole()), viewWidth / 2, viewHeight / 2, middleX, middleY);
    }
  }

  /// The scale at which all of the picture is seen; small pictures are not enlarged.
  double whole() {
    return Math.min(actual, Math.min(viewWidth / width, viewHeight / height));
  }

  /// Shows all of the picture.
  void fit() {
    place(whole(), viewWidth / 2, viewHeight / 2, width / 2, height / 2);
    fitted = true;
  }

  /// One picture pixel on one pixel of the screen; the point at (atX, atY) stays where it is.
  void actual(double atX, double atY) {
    zoomTo(actual, atX, atY);
  }

  /// Draws larger or smaller by a factor; the point at (atX, atY) stays where it is.
  void zoom(double factor, double atX, double atY) {
    zoomTo(scale * factor, atX, atY);
  }

  private void zoomTo(double wanted, double atX, double atY) {
    double next = Math.clamp(wanted, whole(), Math.max(whole(), MOST * actual));
    place(next, atX, atY, (atX - x) / scale, (atY - y) / scale);
  }

  /// Moves the picture.
  void pan(double dx, double dy) {
    place(scale, x + dx, y + dy, 0, 0);
  }

  /// Puts a point of the picture at a point of the view, as far as the edges allow.
  private void place(double next, double atX, double atY, double pictureX, double pictureY) {
    scale = next;
    fitted = scale <= whole() * 1.0001;
    x = bounded(atX - pictureX * scale, width * scale, viewWidth);
    y = bounded(atY - pictureY * scale, height * scale, viewHeight);
  }

  private static double bounded(double start, double length, double view) {
    return length <= view ? (view - length) / 2 : Math.clamp(start, view - length, 0);
  }

  boolean fitted() {
    return fitted;
  }

  /// Whether one picture pixel is one pixel of the screen.
  boolean isActual() {
    return Math.abs(scale - actual) < 1e-6;
  }

  /// View pixels per picture pixel.
  double scale() {
    return scale;
  }

  /// Screen pixels per picture pixel, in percent.
  long percent() {
    return Math.round(100 * scale / actual);
  }

  /// The left edge of the picture in the view.
  double x() {
    return x;
  }

  double y() {
    return y;
  }

  double drawnWidth() {
    return width * scale;
  }

  double drawnHeight() {
    return height * scale;
  }
}
