package app.likeness.ui.controls;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// As many cells as fit into the view, each bound to an item; those that leave it are used again.
final class CellPool<K, T> {
  private final GridItems<K, T> items;
  private final Supplier<? extends GridCell<T>> factory;
  private final Consumer<GridCell<T>> made;
  private final Deque<GridCell<T>> spare = new ArrayDeque<>();
  private List<GridCell<T>> live = new ArrayList<>();
  private int first;
  private int version;

  /// @param made told of each new cell
  CellPool(
      GridItems<K, T> items,
      Supplier<? extends GridCell<T>> factory,
      Consumer<GridCell<T>> made) {
    this.items = items;
    this.factory = factory;
    this.made = made;
  }

  /// The cells in view, by index.
  List<GridCell<T>> live() {
    return live;
  }

  List<GridCell<T>> selected() {
    return live.stream().filter(GridCell::isSelected).toList();
  }

  /// Shows what is selected and, while the grid has the focus, where the keyboard is.
  void mark(GridSelection<K> selection, boolean focused) {
    for (GridCell<T> cell : live) {
      T item = cell.item();
      boolean selected = item != null && selection.contains(items.key(item));
      cell.mark(selected, focused && cell.index() == selection.current());
    }
  }

  @Nullable GridCell<T> at(int index) {
    int i = index - first;
    return i >= 0 && i < live.size() ? live.get(i) : null;
  }

  /// Binds cells to exactly these items; an item that stays in view keeps its cell.
  void show(int from, int to) {
    if (version != items.versionProperty().get()) {
      version = items.versionProperty().get();
      follow(from, to);
    } else if (from != first || to - from != live.size()) {
      slide(from, to);
    }
    for (GridCell<T> cell : spare) {
      if (cell.isVisible()) {
        cell.setVisible(false);
        cell.bind(-1, null);
      }
    }
  }

  private void slide(int from, int to) {
    for (GridCell<T> cell : live) {
      if (cell.index() < from || cell.index() >= to) {
        spare.push(cell);
      }
    }
    List<GridCell<T>> next = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      GridCell<T> cell = at(i);
      next.add(cell == null ? take(i) : cell);
    }
    live = next;
    first = from;
  }

  /// After a change the same index may hold another item, and an item be elsewhere.
  private void follow(int from, int to) {
    Map<K, GridCell<T>> cells = new HashMap<>();
    for (GridCell<T> cell : live) {
      T item = cell.item();
      GridCell<T> free = item == null ? cell : cells.put(items.key(item), cell);
      if (free != null) {
        spare.push(free);
      }
    }
    List<@Nullable GridCell<T>> found = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      K key = items.keyAt(i);
      found.add(key == null ? null : cells.remove(key));
    }
    cells.values().forEach(spare::push);
    List<GridCell<T>> next = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      GridCell<T> cell = found.get(i - from);
      if (cell != null) {
        cell.bind(i, items.get(i));
      }
      next.add(cell == null ? take(i) : cell);
    }
    live = next;
    first = from;
  }

  private GridCell<T> take(int index) {
    GridCell<T> cell = spare.poll();
    if (cell == null) {
      cell = factory.get();
      cell.setManaged(false);
      made.accept(cell);
    }
    cell.bind(index, items.get(index));
    cell.setVisible(true);
    return cell;
  }
}
