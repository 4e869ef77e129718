package app.likeness.faces.onnx;

import app.likeness.model.Box;
import app.likeness.model.GalleryException;
import app.likeness.pictures.Picture;
import app.likeness.pictures.Scaling;
import java.util.List;

/// Finds the eyes, the nose and the corners of the mouth of a face.
final class Landmarks implements AutoCloseable {
  /// Which points of iBUG 300-W make each of the five: both eyes, the nose's tip, the mouth's corners.
  private static final List<List<Integer>> OF_68 =
      List.of(
          List.of(36, 37, 38, 39, 40, 41),
          List.of(42, 43, 44, 45, 46, 47),
          List.of(30),
          List.of(48),
          List.of(54));

  private static final List<List<Integer>> OF_5 =
      List.of(List.of(0), List.of(1), List.of(2), List.of(3), List.of(4));

  private final Net net;
  private final ModelManifest.Landmarker model;

  Landmarks(Net net, ModelManifest.Landmarker model) {
    this.net = net;
    this.model = model;
  }

  /// Where the parts of a face are on a photo.
  ///
  /// @param five in pixels: left eye, right eye, nose, left and right corner of the mouth, left
  ///     being the viewer's
  /// @param extent what all landmarks span, as shares; the face's own box where there are only five
  record Marks(List<Point> five, Box extent) {}

  Marks of(Picture photo, Box face) {
    Box crop = square(photo, face);
    Picture seen = Scaling.scale(photo, crop, net.input().width(), net.input().height());
    float[] said = net.run(seen, 0, 0, model.outputs().points())[0];
    List<List<Integer>> parts = parts(said.length / 2);
    return new Marks(
        parts.stream().map(part -> mean(photo, crop, said, part)).toList(),
        parts.equals(OF_5) ? Boxes.clip(face) : extent(crop, said));
  }

  private static Box extent(Box crop, float[] said) {
    double left = 1;
    double top = 1;
    double right = 0;
    double bottom = 0;
    for (int i = 0; i < said.length; i += 2) {
      left = Math.min(left, said[i]);
      right = Math.max(right, said[i]);
      top = Math.min(top, said[i + 1]);
      bottom = Math.max(bottom, said[i + 1]);
    }
    return Boxes.clip(
        new Box(
            crop.left() + left * crop.width(),
            crop.top() + top * crop.height(),
            (right - left) * crop.width(),
            (bottom - top) * crop.height()));
  }

  private List<List<Integer>> parts(int points) {
    return switch (points) {
      case 5 -> OF_5;
      case 68 -> OF_68;
      default ->
          throw new GalleryException.Unsupported(
              "The face model %s finds %d points on a face; Likeness can use 5 or 68."
                  .formatted(model.file(), points),
              null);
    };
  }

  private static Point mean(Picture photo, Box crop, float[] said, List<Integer> part) {
    double x = part.stream().mapToDouble(i -> said[2 * i]).average().orElseThrow();
    double y = part.stream().mapToDouble(i -> said[2 * i + 1]).average().orElseThrow();
    return new Point(
        (crop.left() + x * crop.width()) * photo.width(),
        (crop.top() + y * crop.height()) * photo.height());
  }

  /// As wide as the face is high around its middle, as far as the photo reaches.
  private static Box square(Picture photo, Box face) {
    double width = face.height() * photo.height() / photo.width();
    double middle = face.left() + face.width() / 2;
    return Boxes.clip(new Box(middle - width / 2, face.top(), width, face.height()));
  }

  @Override
  public void close() {
    net.close();
  }
}
