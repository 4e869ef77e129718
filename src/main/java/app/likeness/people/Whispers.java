package app.likeness.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Chinese whispers: every node keeps taking over the label that pulls hardest at it.
///
/// After C. Biemann, "Chinese Whispers", TextGraphs 2006; but the order of the nodes is the
/// caller's and the same in every round, so that the same graph always ends the same.
final class Whispers {
  /// Graphs rest after five to ten rounds; the odd one would swing for ever.
  private static final int ROUNDS = 30;

  /// A node that pulls at another, and how hard.
  record Pull(int node, double weight) {}

  /// Whether a node may take over a label, as the labels are at this moment.
  interface Rule {
    boolean allows(int node, int label);
  }

  private Whispers() {}

  /// Runs until nothing changes any more.
  ///
  /// @param pulls what pulls at each of the first nodes; the nodes beyond these never change
  /// @param labels the first label of each node, changed in place
  static void run(List<List<Pull>> pulls, int[] labels, Rule rule) {
    boolean changed = true;
    for (int round = 0; changed && round < ROUNDS; round++) {
      changed = false;
      for (int node = 0; node < pulls.size(); node++) {
        int label = strongest(node, pulls.get(node), labels, rule);
        changed |= label != labels[node];
        labels[node] = label;
      }
    }
  }

  /// The label it has wins a tie, then the lower one.
  private static int strongest(int node, List<Pull> pulls, int[] labels, Rule rule) {
    Map<Integer, Double> strength = new HashMap<>();
    pulls.forEach(pull -> strength.merge(labels[pull.node], pull.weight, Double::sum));
    int best = labels[node];
    double most = strength.getOrDefault(best, 0.0);
    for (var entry : strength.entrySet()) {
      int label = entry.getKey();
      double pull = entry.getValue();
      boolean better = pull > most || (pull == most && best != labels[node] && label < best);
      if (better && rule.allows(node, label)) {
        best = label;
        most = pull;
      }
    }
    return best;
  }
}
