package app.likeness.faces.onnx;

import app.likeness.faces.FoundFace;
import app.likeness.model.Box;
import java.util.Comparator;
import java.util.List;

/// Where the faces of the six samples are, and what the tests ask of faces that were found.
final class SampleFaces {
  /// The middle of each face on the six samples, by eye, in 0..1.
  static final List<List<Point>> FACES =
      List.of(
          List.of(new Point(.27, .36), new Point(.49, .42), new Point(.82, .25)),
          List.of(new Point(.23, .20), new Point(.51, .25), new Point(.80, .20)),
          List.of(new Point(.36, .34), new Point(.62, .27), new Point(.83, .32)),
          List.of(
              new Point(.18, .22), new Point(.39, .12), new Point(.56, .20), new Point(.70, .19)),
          List.of(
              new Point(.25, .73), new Point(.36, .39), new Point(.45, .16), new Point(.62, .23),
              new Point(.78, .37)),
          List.of(
              new Point(.19, .40), new Point(.39, .31), new Point(.66, .28), new Point(.83, .27)));

  private SampleFaces() {}

  static List<FoundFace> fromTheLeft(List<FoundFace> found) {
    return found.stream().sorted(Comparator.comparingDouble(face -> middle(face).x())).toList();
  }

  static Point middle(FoundFace face) {
    Box box = face.box();
    return new Point(box.left() + box.width() / 2, box.top() + box.height() / 2);
  }

  static double cosine(FoundFace a, FoundFace b) {
    return a.embedding().cosine(b.embedding());
  }
}
