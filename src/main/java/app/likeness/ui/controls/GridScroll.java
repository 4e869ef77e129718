package app.likeness.ui.controls;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// How far a grid is scrolled, held fast by an item: whatever changes around it, it stays in place.
final class GridScroll<K> {
  private static final double UNIT = 40;

  private final GridItems<K, ?> items;
  private final GridMetrics metrics;
  private final ReadOnlyDoubleWrapper offset = new ReadOnlyDoubleWrapper(this, "offset");
  private final ReadOnlyDoubleWrapper most = new ReadOnlyDoubleWrapper(this, "most");
  private final ScrollBar bar = new ScrollBar();
  private double view;
  private double above;
  private double length;
  private @Nullable Anchor<K> anchor;
  private boolean atEnd;
  private boolean quiet;

  /// The item that holds the place.
  ///
  /// @param key `null` while it is not in memory
  /// @param section the key of its section, with its index inside
  /// @param inside how much of its row lies above `y`, in pixels or, if it scales, as a share of
  ///     the row's height; may be less than nothing
  /// @param y in the view
  private record Anchor<K>(
      @Nullable K key, String section, int index, double inside, boolean scales, double y) {
    double above(double height) {
      return scales ? inside * height : Math.min(inside, height - 1);
    }

    Anchor<K> named(@Nullable K known) {
      return new Anchor<>(known, section, index, inside, scales, y);
    }
  }

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

  /// Puts the bar at the right edge; answers how wide it is, 0 while it is hidden.
  double place(Region whole) {
    double width = bar.isVisible() ? Math.ceil(bar.prefWidth(-1)) : 0;
    bar.resizeRelocate(whole.getWidth() - width, 0, width, whole.getHeight());
    return width;
  }

  /// Pixels that are scrolled out above.
  ReadOnlyDoubleProperty offsetProperty() {
    return offset.getReadOnlyProperty();
  }

  double offset() {
    return offset.get();
  }

  ReadOnlyDoubleProperty mostProperty() {
    return most.getReadOnlyProperty();
  }

  /// How far it goes.
  double most() {
    return most.get();
  }

  /// Scrolls as the user wants it; from now on what is then at the top keeps its place, and the
  /// very end stays the end, although only being there may tell how far away that is.
  void to(double wanted) {
    set(wanted);
    hold(0, false);
    atEnd = wanted >= most() && most() > 0;
  }

  /// Keeps the middle of what is at `y` in its place, whatever size it gets.
  void zoomAt(double y) {
    hold(y, true);
  }

  /// Keeps an item where it is now, although what is around it is still to be read.
  void keep(int index) {
    if (!atEnd) {
      double y = metrics.rowTop(index) + above - offset.get();
      anchor = anchor(index, 0, false, y);
    }
  }

  /// Keeps what has come to the top by now in its place, unless something else is kept.
  void rest() {
    if (!atEnd && anchor != null && anchor.y == 0) {
      hold(0, false);
    }
  }

  /// Keeps what is at the top in its place, whatever else was: the view gets another size.
  void top() {
    if (!atEnd && anchor != null && anchor.y != 0) {
      hold(0, false);
    }
  }

  private void hold(double y, boolean scales) {
    double at = offset.get() + y - above;
    int index = offset.get() <= 0 ? items.size() : metrics.firstBelow(at);
    anchor = null;
    atEnd = false;
    if (index < items.size()) {
      double inside = at - metrics.rowTop(index);
      anchor = anchor(index, scales ? inside / metrics.rowHeight(index) : inside, scales, y);
    }
  }

  private Anchor<K> anchor(int index, double inside, boolean scales, double y) {
    int s = items.sectionOf(index);
    String section = metrics.section(s).key();
    return new Anchor<>(
        items.keyAt(index), section, index - items.start(s), inside, scales, y);
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
    most.set(Math.max(0, Math.ceil(length - view)));
    if (moved && anchor != null) {
      anchor = located(anchor);
    }
    if (atEnd) {
      set(most());
    } else if (moved && anchor != null) {
      int index = index(anchor);
      double at = metrics.rowTop(index) + anchor.above(metrics.rowHeight(index));
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
    Anchor<K> now = anchor(index, old.inside, old.scales, old.y);
    return now.key == null ? now.named(old.key) : now;
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
    // Out of sight where nothing scrolls; its room stays, or the rows would jump as it comes.
    bar.setOpacity(most() > 0 ? 1 : 0);
    bar.setValue(next);
    quiet = false;
    offset.set(next);
  }
}
