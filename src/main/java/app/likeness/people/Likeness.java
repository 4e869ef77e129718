package app.likeness.people;

import app.likeness.people.Whispers.Pull;
import java.util.List;
import java.util.stream.IntStream;

/// The graph of who is like whom among the faces to group, and how much each link in it says.
///
/// A link says the more, the more others both are like: faces of one person share most of those,
/// faces of a brother and a sister that happen to be alike share few.
final class Likeness {
  /// The share of common neighbours from which two faces of a large person are surely theirs.
  private static final double TIE = 1 / 8.0;

  private final List<List<Pull>> links;
  /// For each node itself and those it is linked to, sorted.
  private final List<int[]> circles;

  /// @param links for each free node those like it, with their scores
  Likeness(List<List<Pull>> links) {
    this.links = links;
    circles = IntStream.range(0, links.size()).mapToObj(i -> circle(i, links.get(i))).toList();
  }

  private static int[] circle(int node, List<Pull> links) {
    return IntStream.concat(IntStream.of(node), links.stream().mapToInt(Pull::node))
        .sorted()
        .toArray();
  }

  private boolean free(int node) {
    return node < links.size();
  }

  List<Pull> links(int node) {
    return links.get(node);
  }

  /// The links among free nodes, each score weighted by what the two have in common.
  List<List<Pull>> pulls() {
    return IntStream.range(0, links.size()).mapToObj(this::pulls).toList();
  }

  private List<Pull> pulls(int node) {
    return links.get(node).stream()
        .filter(link -> free(link.node()))
        .map(link -> new Pull(link.node(), link.weight() * overlap(node, link.node())))
        .toList();
  }

  /// Whether two linked faces both hear only of some of those like them, and of enough the same.
  boolean tied(int one, int other) {
    return free(other) && full(one) && full(other) && overlap(one, other) >= TIE;
  }

  private boolean full(int node) {
    return links.get(node).size() >= Grouping.NEIGHBOURS;
  }

  /// The overlap coefficient of Szymkiewicz and Simpson, 0..1.
  private double overlap(int one, int other) {
    int[] ones = circles.get(one);
    int[] others = circles.get(other);
    int common = 0;
    for (int i = 0, j = 0; i < ones.length && j < others.length; ) {
      int order = Integer.compare(ones[i], others[j]);
      common += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return common / (double) Math.min(ones.length, others.length);
  }
}
