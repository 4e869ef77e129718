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
        reach(seq, a -> undoers(a).stream().filter(undoer -> undoer < before).toList());
    Set<Long> standing = new HashSet<>();
    for (long a : concerned.descendingSet()) {
      if (undoers(a).stream().noneMatch(standing::contains)) {
        standing.add(a);
      }
    }
    return standing.contains(seq);
  }

  /// Writes an act down; which acts stand is known again once it is settled.
  ///
  /// @throws IllegalArgumentException when it is not the next act
  void add(Act act) {
    if (act.seq() != last() + 1) {
      throw new IllegalArgumentException("Act " + act.seq() + " cannot follow act " + last());
    }
    acts.add(act);
    targets(act).forEach(t -> undoneBy.computeIfAbsent(t, _ -> new ArrayList<>()).add(act.seq()));
  }

  /// From the last act to the first, a standing undo makes its act fall.
  void settle() {
    for (long seq = last(); seq > 0; seq--) {
      settle(seq);
    }
  }

  /// Settles what the last act can make stand or fall, and answers it: the act itself, what it
  /// undoes, what that undoes, and so on.
  Set<Long> settleLast() {
    NavigableSet<Long> turned = reach(last(), seq -> targets(act(seq)));
    turned.descendingSet().forEach(this::settle);
    return turned;
  }

  private void settle(long seq) {
    undone.set(Math.toIntExact(seq), undoers(seq).stream().anyMatch(this::stands));
  }

  private List<Long> undoers(long seq) {
    return undoneBy.getOrDefault(seq, List.of());
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
