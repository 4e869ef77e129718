package app.likeness.faces.onnx;

import app.likeness.model.Box;
import app.likeness.pictures.Picture;
import app.likeness.pictures.Scaling;
import java.util.List;

/// Brings faces upright into a picture in which eyes, nose and mouth are always at the same places.
///
/// The places are those of ArcFace (Deng et al. 2019) for 112 x 112 pixels.
final class Alignment {
  private static final double SIDE = 112;

  /// In pixels whose centres are whole numbers.
  private static final List<Point> PLACES =
      List.of(
          new Point(38.2946, 51.6963),
          new Point(73.5318, 51.5014),
          new Point(56.0252, 71.7366),
          new Point(41.5493, 92.3655),
          new Point(70.7299, 92.2041));

  /// Below this scale bilinear interpolation would skip pixels.
  private static final double LEAST_SCALE = .5;

  private final int width;
  private final int height;
  private final List<Point> places;

  Alignment(int width, int height) {
    this.width = width;
    this.height = height;
    this.places =
        PLACES.stream()
            .map(place -> new Point((place.x() + .5) * width / SIDE, (place.y() + .5) * height / SIDE))
            .toList();
  }

  /// @param five eyes, nose and corners of the mouth on the photo
  Picture align(Picture photo, List<Point> five) {
    Similarity toFace = Similarity.between(five, places);
    double scale = toFace.scale();
    if (scale >= LEAST_SCALE) {
      return warp(photo, toFace.inverse());
    }
    Box part = around(photo, toFace.inverse());
    int partWidth = pixels(part.width() * photo.width() * scale);
    int partHeight = pixels(part.height() * photo.height() * scale);
    Picture small = Scaling.scale(photo, part, partWidth, partHeight);
    List<Point> there = five.stream().map(point -> on(small, part, photo, point)).toList();
    return warp(small, Similarity.between(there, places).inverse());
  }

  private static int pixels(double length) {
    return Math.max(1, (int) Math.round(length));
  }

  private static Point on(Picture small, Box part, Picture photo, Point point) {
    return new Point(
        (point.x() / photo.width() - part.left()) / part.width() * small.width(),
        (point.y() / photo.height() - part.top()) / part.height() * small.height());
  }

  /// The part of the photo that the aligned picture shows, which may reach beyond the photo.
  private Box around(Picture photo, Similarity toPhoto) {
    List<Point> corners =
        List.of(
            toPhoto.apply(new Point(0, 0)),
            toPhoto.apply(new Point(width, 0)),
            toPhoto.apply(new Point(0, height)),
            toPhoto.apply(new Point(width, height)));
    double left = corners.stream().mapToDouble(Point::x).min().orElseThrow();
    double right = corners.stream().mapToDouble(Point::x).max().orElseThrow();
    double top = corners.stream().mapToDouble(Point::y).min().orElseThrow();
    double bottom = corners.stream().mapToDouble(Point::y).max().orElseThrow();
    double w = photo.width();
    double h = photo.height();
    return new Box(left / w, top / h, (right - left) / w, (bottom - top) / h);
  }

  private Picture warp(Picture source, Similarity toSource) {
    int[] pixels = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        Point p = toSource.apply(new Point(x + .5, y + .5));
        pixels[y * width + x] = Sampling.bilinear(source, p.x() - .5, p.y() - .5);
      }
    }
    return new Picture(width, height, pixels);
  }
}
