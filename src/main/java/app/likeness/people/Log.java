package app.likeness.people;

import app.likeness.model.Act;
import app.likeness.model.Decision.Undo;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;

/// The acts in order, and which of them stand: all but those that a standing later act undoes.
final class Log {
  private final List<Act> acts = new ArrayList<>();
  private final Map<Long, List<Long>> undoneBy = new HashMap<>();
  private final BitSet undone = new BitSet();

  long last() {
    return acts.size();
  }

  Act act(long seq) {
    return acts.get(Math.toIntExact(seq - 1));
  }

  boolean stands(long seq) {
    return !undone.get(Math.toIntExact(seq));
  }

  /// Whether an act stood when only the acts before another were written.
  boolean stood(long seq, long before) {
    if (!undoneBy.containsKey(seq)) {
      return true;
    }
    NavigableSet<Long> concerned =
        reach(seq, a -> undoneBy.getOrDefault(a, List.of()).stream().filter(u -> u < before).toList());
    Set<Long> standing = new HashSet<>();
    for (long a : concerned.descendingSet()) {
      if (undoneBy.getOrDefault(a, List.of()).stream().noneMatch(standing::contains)) {
        standing.add(a);
      }
    }
    return standing.contains(seq);
  }

  /// @throws IllegalArgumentException when it is not the next act
  void append(Act act) {
    if (act.seq() != last() + 1) {
      throw new IllegalArgumentException("Act " + act.seq() + " cannot follow act " + last());
    }
    acts.add(act);
    targets(act).forEach(t -> undoneBy.computeIfAbsent(t, _ -> new ArrayList<>()).add(act.seq()));
    for (long a : turnedBy(act.seq()).descendingSet()) {
      undone.set(
          Math.toIntExact(a), undoneBy.getOrDefault(a, List.of()).stream().anyMatch(this::stands));
    }
  }

  /// The acts that an act can make stand or fall: what it undoes, what those undo, and so on, and itself.
  NavigableSet<Long> turnedBy(long seq) {
    return reach(seq, a -> targets(act(a)));
  }

  private static List<Long> targets(Act act) {
    List<Long> targets = new ArrayList<>();
    for (var decision : act.decisions()) {
      if (decision instanceof Undo(long target) && target > 0 && target < act.seq()) {
        targets.add(target);
      }
    }
    return targets;
  }

  private static NavigableSet<Long> reach(long from, LongFunction<List<Long>> next) {
    NavigableSet<Long> reached = new TreeSet<>();
    Deque<Long> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      long a = open.pop();
      if (reached.add(a)) {
        open.addAll(next.apply(a));
      }
    }
    return reached;
  }
}
