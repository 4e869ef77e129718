package app.likeness.faces.onnx;

/// A place on a picture in pixels; the centre of its first pixel is (.5, .5).
record Point(double x, double y) {}
