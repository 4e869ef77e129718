package app.likeness.faces.onnx;

import app.likeness.model.FaceId;
import app.likeness.model.Match;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// The best matches of a search that is under way; equal scores go by face.
final class Nearest {
  private static final Comparator<Match> BEST_FIRST =
      Comparator.comparingDouble(Match::score).reversed().thenComparing(Match::face);

  private final int k;
  private final PriorityQueue<Match> worstFirst = new PriorityQueue<>(BEST_FIRST.reversed());
  private double atLeast;

  Nearest(int k, double atLeast) {
    this.k = k;
    this.atLeast = k > 0 ? atLeast : Double.POSITIVE_INFINITY;
  }

  /// From which score on a match is of interest; grows as better ones are found.
  double atLeast() {
    return atLeast;
  }

  void offer(FaceId face, double score) {
    worstFirst.add(new Match(face, score));
    if (worstFirst.size() > k) {
      worstFirst.remove();
    }
    if (worstFirst.size() == k) {
      atLeast = Math.max(atLeast, worstFirst.element().score());
    }
  }

  List<Match> matches() {
    return worstFirst.stream().sorted(BEST_FIRST).toList();
  }
}
