package app.likeness.faces.onnx;

import app.likeness.model.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A box that holds a face, says the detector with a confidence of 0..1; may reach beyond the photo.
record Detection(Box box, double score) {

  /// Keeps the strongest of the boxes that mean the same face (non-maximum suppression).
  ///
  /// @param overlap a box that overlaps a stronger one this much (intersection over union) goes
  /// @param inside so does a box this much of which lies inside a stronger one
  /// @return strongest first
  static List<Detection> strongest(List<Detection> found, double overlap, double inside) {
    List<Detection> kept = new ArrayList<>();
    for (Detection next : found.stream().sorted(BY_SCORE).toList()) {
      if (kept.stream().noneMatch(stronger -> stronger.covers(next, overlap, inside))) {
        kept.add(next);
      }
    }
    return kept;
  }

  private static final Comparator<Detection> BY_SCORE =
      Comparator.comparingDouble(Detection::score).reversed();

  private boolean covers(Detection other, double overlap, double inside) {
    return box.iou(other.box) >= overlap
        || box.overlap(other.box) >= inside * other.box.area();
  }
}
