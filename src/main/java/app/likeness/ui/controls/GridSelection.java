package app.likeness.ui.controls;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/// What is selected in a [PictureGrid], by key, so that it stays the same when items move; and
/// where the keyboard is.
public final class GridSelection<K> {
  private final GridItems<K, ?> items;
  private final ObservableSet<K> keys = FXCollections.observableSet(new HashSet<>());
  private final ObservableSet<K> shown = FXCollections.unmodifiableObservableSet(keys);
  private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(this, "current", -1);
  private @Nullable K currentKey;
  private int anchor;
  private boolean waiting;

  GridSelection(GridItems<K, ?> items) {
    this.items = items;
    items.versionProperty().subscribe(_ -> follow());
  }

  /// The selected items; read only.
  public ObservableSet<K> keys() {
    return shown;
  }

  public boolean contains(@Nullable K key) {
    return key != null && keys.contains(key);
  }

  /// Where the keyboard is, -1 before it was used.
  public ReadOnlyIntegerProperty currentProperty() {
    return current.getReadOnlyProperty();
  }

  public int current() {
    return current.get();
  }

  /// The item where the keyboard is, if that is in memory.
  public @Nullable K currentKey() {
    return currentKey;
  }

  /// The selected items, or where nothing is selected the current one: what a verb acts on.
  public Set<K> chosen() {
    if (!keys.isEmpty()) {
      return Set.copyOf(keys);
    }
    return currentKey == null ? Set.of() : Set.of(currentKey);
  }

  /// Moves the keyboard there without selecting.
  public void move(int index) {
    waiting = false;
    currentKey = items.keyAt(index);
    current.set(index);
  }

  /// Selects one item and nothing else; one that is not in memory as soon as it is.
  public void only(int index) {
    move(index);
    anchor = index;
    waiting = currentKey == null;
    set(currentKey == null ? Set.of() : Set.of(currentKey));
  }

  /// Adds an item, or takes it out.
  public void toggle(int index) {
    move(index);
    anchor = index;
    if (currentKey != null && !keys.remove(currentKey)) {
      keys.add(currentKey);
    }
  }

  /// Selects everything from where the last plain selection was to here.
  public void extend(int index) {
    move(index);
    items.keys(Math.min(anchor, index), Math.max(anchor, index) + 1, this::set);
  }

  public void all() {
    items.keys(0, items.size(), this::set);
  }

  public void clear() {
    keys.clear();
  }

  public void set(Collection<? extends K> selected) {
    keys.retainAll(Set.copyOf(selected));
    keys.addAll(selected);
  }

  /// Takes items out that are no longer there.
  public void remove(Collection<? extends K> gone) {
    for (K key : List.copyOf(gone)) {
      keys.remove(key);
    }
  }

  /// Where the current item went when the items changed.
  private void follow() {
    int index = current.get();
    if (index < 0) {
      return;
    }
    int now = currentKey == null ? -1 : items.indexOf(currentKey);
    if (now >= 0) {
      anchor += now - index;
      current.set(now);
    } else if (index >= items.size()) {
      move(items.size() - 1);
    } else if (items.keyAt(index) != null) {
      if (waiting) {
        only(index);
      } else {
        move(index);
      }
    }
  }
}
