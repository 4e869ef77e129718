package app.likeness.ui.controls;

import app.likeness.ui.Background;
import app.likeness.ui.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/// The items of a [PictureGrid]: all counted, but only those near the view in memory.
///
/// Use it on one thread, the JavaFX thread; reading happens elsewhere. It reads one stretch at a
/// time, always the one that the view misses most, so that what was scrolled past costs nothing.
public final class GridItems<K, T> {
  private final Background background;
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(this, "ready");
  private final ReadOnlyIntegerWrapper size = new ReadOnlyIntegerWrapper(this, "size");
  private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper(this, "version");

  private GridSource<K, T> source;
  private SectionList<T> sections = new SectionList<>(List.of());
  private int from;
  private int to;
  private boolean busy;
  private boolean stalled;
  private boolean stale;
  private int generation;

  /// Nothing is read before the first [#reload].
  ///
  /// @param background reads, and shows what a source threw
  public GridItems(GridSource<K, T> source, Background background) {
    this.source = source;
    this.background = background;
  }

  /// Whether the sections have been read at least once, so that "empty" means empty.
  public ReadOnlyBooleanProperty readyProperty() {
    return ready.getReadOnlyProperty();
  }

  /// The number of items, those not read yet included.
  public ReadOnlyIntegerProperty sizeProperty() {
    return size.getReadOnlyProperty();
  }

  /// Changes with every change of sections or items.
  public ReadOnlyIntegerProperty versionProperty() {
    return version.getReadOnlyProperty();
  }

  public boolean isReady() {
    return ready.get();
  }

  public int size() {
    return size.get();
  }

  List<SectionItems<T>> loaded() {
    return sections.all();
  }

  /// The sections as they are now.
  public List<GridSource.Section> sections() {
    return sections.all().stream().map(SectionItems::section).toList();
  }

  /// The index of a section's first item; for the section after the last, the size.
  public int start(int section) {
    return sections.start(section);
  }

  /// The section that an index is in.
  public int sectionOf(int index) {
    return sections.sectionOf(index);
  }

  /// The item at an index, `null` while it is not in memory.
  public @Nullable T get(int index) {
    return sections.get(index);
  }

  public @Nullable K keyAt(int index) {
    T item = get(index);
    return item == null ? null : key(item);
  }

  public K key(T item) {
    return source.key(item);
  }

  /// Where an item is now, if it is in memory; else -1.
  public int indexOf(K key) {
    return sections.indexOf(item -> Objects.equals(key, key(item)));
  }

  /// Shows another list from now on; what was read of the last one goes.
  public void open(GridSource<K, T> other) {
    source = other;
    generation++;
    busy = false;
    ready.set(false);
    from = 0;
    to = 0;
    adopt(List.of());
    version.set(version.get() + 1);
    reload();
  }

  /// Reads everything in view again; what is shown stays until the new is here.
  public void reload() {
    stale = true;
    stalled = false;
    next();
  }

  /// Tells which items are in view, so that they and their neighbours are read.
  ///
  /// @param to behind the last
  public void show(int from, int to) {
    if (from == this.from && to == this.to) {
      return;
    }
    this.from = from;
    this.to = to;
    stalled = false;
    sections.keepAround(from, to);
    next();
  }

  /// Reads the keys of items that need not be in memory, for a selection.
  public void keys(int from, int to, Consumer<List<K>> then) {
    List<K> here = keysInMemory(from, to);
    if (here.size() == to - from) {
      then.accept(here);
      return;
    }
    var of = source;
    var stretches = sections.stretches(from, to);
    job(() -> GridReader.keys(of, stretches), then).start();
  }

  private List<K> keysInMemory(int from, int to) {
    List<K> keys = new ArrayList<>();
    for (int i = from; i < to; i++) {
      T item = get(i);
      if (item == null) {
        break;
      }
      keys.add(key(item));
    }
    return keys;
  }

  private void next() {
    if (busy) {
      return;
    }
    var of = source;
    if (stale) {
      stale = false;
      var old = sections.all();
      var view = new GridReader.View<>(from, to, from == 0 ? null : keyAt(from));
      read(() -> GridReader.renew(of, old, view), now -> renewed(now, view));
    } else if (!stalled) {
      SectionList.Gap<T> gap = sections.gap(from, to);
      if (gap != null) {
        var section = gap.section();
        read(() -> GridReader.read(of, gap), pages -> arrived(section, pages));
      }
    }
  }

  /// Reads a part of what is in view; one at a time, then the next.
  private <R> void read(Supplier<R> reading, Consumer<R> then) {
    busy = true;
    // Until it has succeeded: what failed once is not asked again before the view moves.
    stalled = true;
    int asked = generation;
    job(
            reading,
            (R result) -> {
              stalled = false;
              then.accept(result);
            })
        .lastly(() -> read(asked))
        .start();
  }

  private void read(int asked) {
    if (asked == generation) {
      busy = false;
      next();
    }
  }

  /// Answers unless another source was opened meanwhile.
  private <R> Job<R> job(Supplier<R> reading, Consumer<R> then) {
    int asked = generation;
    return background
        .job(reading::get)
        .then(
            result -> {
              if (asked == generation) {
                then.accept(result);
              }
            });
  }

  private void renewed(List<SectionItems<T>> now, GridReader.View<K> view) {
    adopt(now);
    int at = view.first() == null ? -1 : indexOf(view.first());
    if (at >= 0) {
      to += at - from;
      from = at;
    }
    // A section that does not know its size looks empty until its first page is here.
    if (sections.size() > 0 || sections.gap(from, to) == null) {
      ready.set(true);
    }
    version.set(version.get() + 1);
  }

  private void arrived(SectionItems<T> section, List<GridReader.Read<T>> pages) {
    for (GridReader.Read<T> read : pages) {
      section.put(read.number(), read.page(), source::aspect);
    }
    adopt(sections.all());
    sections.keepAround(from, to);
    ready.set(true);
    version.set(version.get() + 1);
  }

  private void adopt(List<SectionItems<T>> now) {
    sections = new SectionList<>(now);
    size.set(sections.size());
  }
}
