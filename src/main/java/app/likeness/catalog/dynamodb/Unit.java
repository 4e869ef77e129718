package app.likeness.catalog.dynamodb;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A unit of work: what it writes is kept here until its end, and its own reads see it.
///
/// Nobody else writes meanwhile, so that what was read once need not be read again.
final class Unit implements View {
  private final View stored;
  private final Map<Key, Cell> known = new HashMap<>();
  private final Map<Key, Cell> written = new LinkedHashMap<>();
  private final Deque<Step> steps = new ArrayDeque<>();

  /// What is at a key.
  ///
  /// @param item `null` for nothing
  private record Cell(@Nullable Item item) {}

  /// @param before what had been written of this key in this unit, `null` when it had not been
  private record Step(Key key, @Nullable Cell before) {}

  /// What came of an item.
  ///
  /// @param before `null` when there was none
  /// @param after `null` when it is to go
  record Write(Key key, @Nullable Item before, @Nullable Item after) {}

  Unit(View stored) {
    this.stored = stored;
  }

  @Override
  public Optional<Item> get(Key key) {
    return Optional.ofNullable(cell(key).item());
  }

  private Cell cell(Key key) {
    Cell own = written.get(key);
    return own != null ? own : stored(key);
  }

  private Cell stored(Key key) {
    return known.computeIfAbsent(key, each -> new Cell(stored.get(each).orElse(null)));
  }

  @Override
  public Map<Key, Item> get(Collection<Key> keys) {
    Set<Key> unknown = new HashSet<>(keys);
    unknown.removeAll(written.keySet());
    unknown.removeAll(known.keySet());
    Map<Key, Item> found = stored.get(unknown);
    unknown.forEach(key -> known.put(key, new Cell(found.get(key))));
    Map<Key, Item> all = new HashMap<>();
    keys.forEach(key -> get(key).ifPresent(item -> all.put(key, item)));
    return all;
  }

  @Override
  public Stream<Item> query(Query query) {
    Stream<Item> others = stored.query(query).peek(item -> note(query, item));
    if (written.isEmpty()) {
      return others;
    }
    List<Item> own =
        written.entrySet().stream()
            .filter(entry -> entry.getKey().table() == query.table())
            .flatMap(entry -> Stream.ofNullable(entry.getValue().item()))
            .filter(query::holds)
            .sorted(query.order())
            .toList();
    Set<Key> touched = Set.copyOf(written.keySet());
    Stream<Item> untouched =
        others.filter(item -> !touched.contains(query.table().key(item)));
    return Merged.of(List.of(own.stream(), untouched), query.order());
  }

  private void note(Query query, Item item) {
    if (query.index() == null) {
      known.putIfAbsent(query.table().key(item), new Cell(item));
    }
  }

  void put(Table table, Item item) {
    write(table.key(item), new Cell(item));
  }

  void remove(Key key) {
    write(key, new Cell(null));
  }

  private void write(Key key, Cell now) {
    if (!cell(key).equals(now)) {
      steps.push(new Step(key, written.put(key, now)));
    }
  }

  /// Where to go back to with [#back].
  int mark() {
    return steps.size();
  }

  /// Takes everything since a mark back.
  void back(int mark) {
    while (steps.size() > mark) {
      Step step = steps.pop();
      if (step.before() == null) {
        written.remove(step.key());
      } else {
        written.put(step.key(), step.before());
      }
    }
  }

  /// All that is to be written at the end: what differs from what is stored.
  List<Write> writes() {
    List<Write> writes = new ArrayList<>();
    written.forEach(
        (key, now) -> {
          Cell before = stored(key);
          if (!before.equals(now)) {
            writes.add(new Write(key, before.item(), now.item()));
          }
        });
    return writes;
  }
}
