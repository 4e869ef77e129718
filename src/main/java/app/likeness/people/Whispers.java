package app.likeness.people;

import java.util.Arrays;
import java.util.List;

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

  private final List<List<Pull>> pulls;
  private final int[] labels;
  private final Rule rule;
  /// How hard each label pulls at the node just looked at; 0 for all in between.
  private final double[] strength;

  private Whispers(List<List<Pull>> pulls, int[] labels, Rule rule) {
    this.pulls = pulls;
    this.labels = labels;
    this.rule = rule;
    strength = new double[1 + Arrays.stream(labels).max().orElse(0)];
  }

  /// Runs until nothing changes any more.
  ///
  /// @param pulls what pulls at each of the first nodes; the nodes beyond these never change
  /// @param labels the first label of each node, from 0, changed in place
  static void run(List<List<Pull>> pulls, int[] labels, Rule rule) {
    Whispers whispers = new Whispers(pulls, labels, rule);
    boolean changed = true;
    for (int round = 0; changed && round < ROUNDS; round++) {
      changed = whispers.round();
    }
  }

  private boolean round() {
    boolean changed = false;
    for (int node = 0; node < pulls.size(); node++) {
      pulls.get(node).forEach(pull -> strength[labels[pull.node]] += pull.weight);
      int label = strongest(node);
      pulls.get(node).forEach(pull -> strength[labels[pull.node]] = 0);
      changed |= label != labels[node];
      labels[node] = label;
    }
    return changed;
  }

  /// The label it has wins a tie, then the lower one.
  private int strongest(int node) {
    int best = labels[node];
    for (Pull pull : pulls.get(node)) {
      int label = labels[pull.node];
      boolean better =
          strength[label] > strength[best]
              || (strength[label] == strength[best] && best != labels[node] && label < best);
      if (better && rule.allows(node, label)) {
        best = label;
      } else if (better) {
        strength[label] = 0; // need not be asked again
      }
    }
    return best;
  }
}
