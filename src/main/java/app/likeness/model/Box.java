package app.likeness.model;

/// A rectangle on an upright picture, every figure a share (0..1) of its width or height.
public record Box(double left, double top, double width, double height) {
  public double right() {
    return left + width;
  }

  public double bottom() {
    return top + height;
  }

  public double area() {
    return width * height;
  }

  /// The area that both cover, 0 when they are apart.
  public double overlap(Box other) {
    double w = Math.min(right(), other.right()) - Math.max(left, other.left);
    double h = Math.min(bottom(), other.bottom()) - Math.max(top, other.top);
    return w > 0 && h > 0 ? w * h : 0;
  }

  /// Intersection over union, 0..1.
  public double iou(Box other) {
    double both = overlap(other);
    return both == 0 ? 0 : both / (area() + other.area() - both);
  }
}
