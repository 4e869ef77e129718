package app.likeness.faces.onnx;

import app.likeness.model.Box;

/// Arithmetic on boxes that only recognition needs.
final class Boxes {
  private Boxes() {}

  /// What of a box lies on the picture.
  static Box clip(Box box) {
    double left = Math.clamp(box.left(), 0, 1);
    double top = Math.clamp(box.top(), 0, 1);
    return new Box(
        left, top, Math.clamp(box.right(), 0, 1) - left, Math.clamp(box.bottom(), 0, 1) - top);
  }
}
