package app.likeness.faces.onnx;

import java.util.List;

/// Turns, scales and moves, and nothing else: p → a·p + b, points being complex numbers.
///
/// @param re of a
/// @param im of a
/// @param x of b
/// @param y of b
record Similarity(double re, double im, double x, double y) {

  /// The one that brings points closest to their targets, as the sum of squared distances.
  ///
  /// Over centred points the least squares solution is a = Σ conj(p)·q / Σ |p|² (Umeyama 1991, in
  /// the plane and without mirroring). Points that all fall together are only moved.
  static Similarity between(List<Point> points, List<Point> targets) {
    Point p0 = mean(points);
    Point q0 = mean(targets);
    double re = 0;
    double im = 0;
    double squares = 0;
    for (int i = 0; i < points.size(); i++) {
      double px = points.get(i).x() - p0.x();
      double py = points.get(i).y() - p0.y();
      double qx = targets.get(i).x() - q0.x();
      double qy = targets.get(i).y() - q0.y();
      re += px * qx + py * qy;
      im += px * qy - py * qx;
      squares += px * px + py * py;
    }
    Similarity turn = squares == 0 ? new Similarity(1, 0, 0, 0) : new Similarity(re / squares, im / squares, 0, 0);
    Point moved = turn.apply(p0);
    return new Similarity(turn.re, turn.im, q0.x() - moved.x(), q0.y() - moved.y());
  }

  Point apply(Point p) {
    return new Point(re * p.x() - im * p.y() + x, im * p.x() + re * p.y() + y);
  }

  /// How much longer a distance gets.
  double scale() {
    return Math.hypot(re, im);
  }

  /// What takes every point back; none where everything falls together.
  Similarity inverse() {
    double squares = re * re + im * im;
    Similarity turn = new Similarity(re / squares, -im / squares, 0, 0);
    Point moved = turn.apply(new Point(x, y));
    return new Similarity(turn.re, turn.im, -moved.x(), -moved.y());
  }

  private static Point mean(List<Point> points) {
    return new Point(
        points.stream().mapToDouble(Point::x).average().orElseThrow(),
        points.stream().mapToDouble(Point::y).average().orElseThrow());
  }
}
