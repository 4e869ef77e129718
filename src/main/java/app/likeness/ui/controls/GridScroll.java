package app.likeness.ui.controls;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import org.jspecify.annotations.Nullable;

/// How far a grid is scrolled, held fast by an item: whatever changes around it, it stays in place.
final class GridScroll<K> {
  private static final double UNIT = 40;

  private final GridItems<K, ?> items;
  private final GridMetrics metrics;
  private final ReadOnlyDoubleWrapper offset = new ReadOnlyDoubleWrapper(this, "offset");
  private final ScrollBar bar = new ScrollBar();
  private double view;
  private double above;
  private double length;
  private @Nullable Anchor<K> anchor;
  private boolean quiet;

  /// The item that holds the place.
  ///
  /// @param key `null` while it is not in memory
  /// @param section the key of its section, with its index inside
  /// @param share of its row's height that lies above `y`; may be outside 0..1
  /// @param y in the view
  private record Anchor<K>(
      @Nullable K key, String section, int index, double share, double y) {}

  GridScroll(GridItems<K, ?> items, GridMetrics metrics) {
    this.items = items;
    this.metrics = metrics;
    bar.setOrientation(Orientation.VERTICAL);
    bar.setUnitIncrement(UNIT);
    bar.setFocusTraversable(false);
    bar.setManaged(false);
    bar.valueProperty()
        .subscribe(
            value -> {
              if (!quiet) {
                to(value.doubleValue());
              }
            });
  }

  ScrollBar bar() {
    return bar;
  }

  /// Pixels that are scrolled out above.
  ReadOnlyDoubleProperty offsetProperty() {
    return offset.getReadOnlyProperty();
  }

  double offset() {
    return offset.get();
  }

  double most() {
    return Math.max(0, length - view);
  }

  /// Scrolls as the user wants it; from now on what is then at the top keeps its place.
  void to(double wanted) {
    set(wanted);
    hold(0);
  }

  /// Keeps what is at `y` in the view in its place from now on.
  void hold(double y) {
    double at = offset.get() + y - above;
    int index = offset.get() <= 0 ? items.size() : metrics.firstBelow(at);
    anchor = null;
    if (index < items.size()) {
      int s = items.sectionOf(index);
      double share = (at - metrics.rowTop(index)) / metrics.rowHeight(index);
      String section = metrics.section(s).key();
      anchor = new Anchor<>(items.keyAt(index), section, index - items.start(s), share, y);
    }
  }

  /// Takes in how much there is to scroll.
  ///
  /// @param viewHeight of what can be seen
  /// @param top above the first section
  /// @param bottom below the last
  /// @param moved whether items lie elsewhere than before
  void settle(double viewHeight, double top, double bottom, boolean moved) {
    view = viewHeight;
    above = top;
    length = top + metrics.height() + bottom;
    if (moved && anchor != null) {
      anchor = located(anchor);
    }
    if (moved && anchor != null) {
      int index = index(anchor);
      double at = metrics.rowTop(index) + anchor.share * metrics.rowHeight(index);
      set(above + at - anchor.y);
    } else {
      set(offset.get());
    }
  }

  /// The anchor where it is now, or `null` when nothing is left.
  private @Nullable Anchor<K> located(Anchor<K> old) {
    int index = old.key == null ? -1 : items.indexOf(old.key);
    if (index < 0) {
      index = index(old);
    }
    if (index < 0) {
      return null;
    }
    int s = items.sectionOf(index);
    K now = items.keyAt(index);
    K key = now == null ? old.key : now;
    int inside = index - items.start(s);
    return new Anchor<>(key, metrics.section(s).key(), inside, old.share, old.y);
  }

  /// By its section and its number there, or -1 when there are no items.
  private int index(Anchor<K> old) {
    for (int s = 0; s < metrics.sections(); s++) {
      if (metrics.section(s).key().equals(old.section)) {
        int last = items.start(s + 1) - 1;
        return Math.min(items.start(s) + old.index, last);
      }
    }
    return items.size() == 0 ? -1 : 0;
  }

  private void set(double wanted) {
    double next = Math.clamp(Math.rint(wanted), 0, most());
    quiet = true;
    bar.setMax(Math.max(most(), next));
    bar.setVisibleAmount(length <= 0 ? 0 : view * most() / length);
    bar.setBlockIncrement(view);
    bar.setValue(next);
    quiet = false;
    offset.set(next);
  }
}
