package app.likeness.ui.controls;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Dimension2D;
import javafx.geometry.Insets;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// A grid for very long lists of pictures: as many cells as fit into the view, used again and again.
///
/// ```java
/// var items = new GridItems<PersonId, Person>(new PeopleSource(people, query), background);
/// var grid = new PictureGrid<>(items, GridLayout.uniform(132, 176, 8), () -> new PersonCell(pictures));
/// grid.onOpen(person -> navigator.person(person.id()));
/// items.reload();                      // now, and whenever something may have changed
/// items.open(new PeopleSource(…));     // another search or order: from the top
/// grid.selection().chosen();           // what a verb acts on: the selected, else the current
/// ```
///
/// What is at the top keeps its place when items, width or layout change. Keys: arrows, Home, End,
/// Page Up and Down, with Shift to extend and Ctrl (Cmd) to move without selecting; Space selects,
/// Ctrl+A selects all, Enter or a double click opens, Escape selects nothing. All other keys bubble.
///
/// Style class `picture-grid`; its padding scrolls with the content.
public final class PictureGrid<K, T> extends Region {
  private static final double SECTION_GAP = 20;

  private final GridItems<K, T> items;
  private final GridSelection<K> selection;
  final GridMetrics metrics;
  private final GridScroll<K> scroll;
  private final CellPool<K, T> cells;
  private final GridHeadings headings;
  private final Rectangle clip = new Rectangle();
  private GridLayout arrangement;
  private Consumer<? super T> open = _ -> {};
  private Dimension2D settled = new Dimension2D(0, 0);

  public PictureGrid(
      GridItems<K, T> items, GridLayout layout, Supplier<? extends GridCell<T>> cell) {
    this.items = items;
    this.arrangement = layout;
    selection = new GridSelection<>(items);
    metrics = new GridMetrics(items);
    scroll = new GridScroll<>(items, metrics);
    GridInput<K, T> input = new GridInput<>(this, items, selection);
    cells =
        new CellPool<>(
            items,
            cell,
            made -> {
              getChildren().addFirst(made);
              // Made while laying out, it would be laid out before its labels have a skin and a size.
              made.applyCss();
              input.watch(made);
            });
    headings = new GridHeadings(metrics, made -> getChildren().add(made));
    getStyleClass().add("picture-grid");
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setFocusTraversable(true);
    setClip(clip);
    getChildren().add(scroll.bar());
    items.versionProperty().subscribe(_ -> requestLayout());
    scroll.offsetProperty().subscribe(_ -> requestLayout());
    selection.keys().subscribe(() -> mark());
    selection.currentProperty().subscribe(_ -> mark());
    focusedProperty().subscribe(_ -> mark());
    input.install();
  }

  public GridItems<K, T> items() {
    return items;
  }

  public GridSelection<K> selection() {
    return selection;
  }

  /// What Enter and a double click do.
  public void onOpen(Consumer<? super T> then) {
    open = then;
  }

  /// Headings of one's own, all as high as the first.
  public void headings(Supplier<? extends GridHeader> factory) {
    headings.factory(factory);
    requestLayout();
  }

  /// Lays out otherwise, such as for another zoom; the middle of the view keeps its place.
  public void arrange(GridLayout layout) {
    arrange(layout, getHeight() / 2);
  }

  /// @param y in this control, of what keeps its place
  public void arrange(GridLayout layout, double y) {
    scroll.zoomAt(y);
    arrangement = layout;
    requestLayout();
  }

  public GridLayout arrangement() {
    return arrangement;
  }

  /// Whether the scroll bar is shown; without it something else should tell where one is.
  public void showBar(boolean shown) {
    scroll.bar().setVisible(shown);
    requestLayout();
  }

  /// The cell that shows an item now.
  public Optional<GridCell<T>> cell(K key) {
    return Optional.ofNullable(cells.at(items.indexOf(key)));
  }

  /// The cells in view.
  public List<GridCell<T>> cells() {
    return List.copyOf(cells.live());
  }

  /// Pixels that are scrolled out above.
  public ReadOnlyDoubleProperty offsetProperty() {
    return scroll.offsetProperty();
  }

  /// Scrolls to so many pixels, as far as that goes.
  public void scrollTo(double offset) {
    scroll.to(offset);
  }

  /// The largest offset; changes with the layout.
  public ReadOnlyDoubleProperty mostOffsetProperty() {
    return scroll.mostProperty();
  }

  /// How many sections are laid out now.
  public int laidOut() {
    return metrics.sections();
  }

  /// The offset at which a laid out section begins.
  public double sectionOffset(int section) {
    return section == 0 ? 0 : getInsets().getTop() + metrics.top(section);
  }

  /// Scrolls as little as needed to show an item whole.
  public void reveal(int index) {
    layout();
    if (index >= 0 && index < items.size()) {
      double row = getInsets().getTop() + metrics.rowTop(index);
      double least = row + metrics.rowHeight(index) + getInsets().getBottom() - getHeight();
      double most = row - headings.height();
      if (scroll.offset() < least || scroll.offset() > most) {
        scrollTo(scroll.offset() < least ? least : most);
        scroll.keep(index);
      }
    }
  }

  void open(int index) {
    T item = items.get(index);
    if (item != null) {
      open.accept(item);
    }
  }

  @Override
  protected void layoutChildren() {
    Insets in = getInsets();
    clip.setWidth(getWidth());
    clip.setHeight(getHeight());
    double width = Math.floor(getWidth() - in.getLeft() - in.getRight() - scroll.place(this));
    settle(in, Math.max(1, width));
    double top = scroll.offset() - in.getTop();
    int from = metrics.firstBelow(top);
    int to = Math.max(from, metrics.endAbove(top + getHeight()));
    cells.show(from, to);
    place(in.getLeft(), -top);
    headings.place(top, in.getLeft(), width, getHeight());
    cells.mark(selection, isFocused());
    Platform.runLater(() -> items.show(from, to));
  }

  /// Lays out what changed and keeps the place.
  private void settle(Insets in, double width) {
    Dimension2D size = new Dimension2D(width, getHeight());
    if (!size.equals(settled)) {
      scroll.top();
    }
    boolean moved = metrics.update(arrangement, width, headings.height(), SECTION_GAP);
    scroll.settle(getHeight(), in.getTop(), in.getBottom(), moved);
    if (moved && width == settled.getWidth()) {
      scroll.rest();
    }
    settled = size;
  }

  /// @param y where the content begins in this control
  private void place(double x, double y) {
    for (GridCell<T> cell : cells.live()) {
      int index = cell.index();
      cell.resizeRelocate(
          x + metrics.x(index),
          y + metrics.rowTop(index),
          metrics.width(index),
          metrics.rowHeight(index));
    }
  }

  private void mark() {
    cells.mark(selection, isFocused());
    notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case MULTIPLE_SELECTION -> true;
      case ITEM_COUNT -> items.size();
      case ITEM_AT_INDEX -> cells.at((Integer) parameters[0]);
      case FOCUS_ITEM -> cells.at(selection.current());
      case SELECTED_ITEMS -> FXCollections.observableArrayList(cells.selected());
      case VERTICAL_SCROLLBAR -> scroll.bar();
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}
