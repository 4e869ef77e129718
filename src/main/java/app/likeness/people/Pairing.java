package app.likeness.people;

import app.likeness.model.Box;
import app.likeness.model.Face;
import app.likeness.model.FaceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Recognises the faces of an earlier scan among the boxes of a new one.
public final class Pairing {
  /// Boxes that share less are not the same face.
  private static final double SAME = .5;

  private record Pair(int box, FaceId face, double iou) {}

  private Pairing() {}

  /// Pairs boxes and faces one to one, those that overlap most (by intersection over union) first.
  ///
  /// @param found boxes on the upright photo, in 0..1 like those of the faces
  /// @return the face that a box is, by the box's index; a box without one is a new face
  public static Map<Integer, FaceId> pair(List<Face> old, List<Box> found) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      for (Face face : old) {
        double iou = found.get(i).iou(face.box());
        if (iou >= SAME) {
          pairs.add(new Pair(i, face.id(), iou));
        }
      }
    }
    pairs.sort(
        Comparator.comparingDouble(Pair::iou)
            .reversed()
            .thenComparing(Pair::face)
            .thenComparingInt(Pair::box));
    Map<Integer, FaceId> paired = new HashMap<>();
    Set<FaceId> taken = new HashSet<>();
    for (Pair pair : pairs) {
      if (!paired.containsKey(pair.box) && taken.add(pair.face)) {
        paired.put(pair.box, pair.face);
      }
    }
    return paired;
  }
}
