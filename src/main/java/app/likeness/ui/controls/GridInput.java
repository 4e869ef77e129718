package app.likeness.ui.controls;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// What keys, clicks and the wheel do to a [PictureGrid].
final class GridInput<K, T> {
  private final PictureGrid<K, T> grid;
  private final GridItems<K, T> items;
  private final GridSelection<K> selection;
  private double column = -1;

  GridInput(PictureGrid<K, T> grid, GridItems<K, T> items, GridSelection<K> selection) {
    this.grid = grid;
    this.items = items;
    this.selection = selection;
  }

  void install() {
    grid.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    grid.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    grid.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    grid.addEventHandler(ScrollEvent.SCROLL, this::wheel);
  }

  void watch(GridCell<T> cell) {
    cell.onToggle(
        () -> {
          selection.toggle(cell.index());
          grid.requestFocus();
        });
  }

  private void wheel(ScrollEvent event) {
    if (!event.isShortcutDown() && event.getDeltaY() != 0) {
      grid.scrollTo(grid.offsetProperty().get() - event.getDeltaY());
      event.consume();
    }
  }

  private void press(MouseEvent event) {
    GridCell<T> cell = cell(event);
    grid.requestFocus();
    if (cell == null) {
      if (event.getButton() == MouseButton.PRIMARY && !event.isShortcutDown()) {
        selection.clear();
      }
      return;
    }
    column = -1;
    if (event.getButton() == MouseButton.PRIMARY && event.isShiftDown()) {
      selection.extend(cell.index());
    } else if (event.getButton() == MouseButton.PRIMARY && event.isShortcutDown()) {
      selection.toggle(cell.index());
    } else if (!cell.isSelected()) {
      selection.only(cell.index());
    } else {
      // Whether it becomes the only one shows when the button is released: it may be dragged.
      selection.move(cell.index());
    }
  }

  private void click(MouseEvent event) {
    GridCell<T> cell = cell(event);
    boolean plain = !event.isShiftDown() && !event.isShortcutDown();
    if (cell != null && plain && event.getButton() == MouseButton.PRIMARY) {
      if (event.getClickCount() == 2) {
        grid.open(cell.index());
      } else if (event.isStillSincePress()) {
        selection.only(cell.index());
      }
    }
  }

  @SuppressWarnings("unchecked") // all cells of a grid show its items
  private @Nullable GridCell<T> cell(MouseEvent event) {
    Node node = event.getPickResult().getIntersectedNode();
    while (node != null && node != grid) {
      if (node instanceof GridCell<?> cell) {
        return (GridCell<T>) cell;
      }
      node = node.getParent();
    }
    return null;
  }

  private void key(KeyEvent event) {
    if (!grid.isFocused() || event.isAltDown()) {
      return;
    }
    boolean taken =
        switch (event.getCode()) {
          case SPACE -> space(event);
          case ENTER -> open();
          case ESCAPE -> nothing();
          case A -> all(event);
          default -> travel(event);
        };
    if (taken) {
      event.consume();
    }
  }

  private boolean space(KeyEvent event) {
    if (selection.current() < 0) {
      return false;
    }
    if (event.isShortcutDown()) {
      selection.toggle(selection.current());
    } else {
      selection.only(selection.current());
    }
    return true;
  }

  private boolean open() {
    grid.open(selection.current());
    return selection.current() >= 0;
  }

  private boolean nothing() {
    boolean some = !selection.keys().isEmpty();
    selection.clear();
    return some;
  }

  private boolean all(KeyEvent event) {
    if (event.isShortcutDown()) {
      selection.all();
    }
    return event.isShortcutDown();
  }

  private boolean travel(KeyEvent event) {
    int target = target(event);
    if (target < 0 || items.size() == 0) {
      return false;
    }
    grid.reveal(target);
    if (event.isShiftDown()) {
      selection.extend(target);
    } else if (event.isShortcutDown()) {
      selection.move(target);
    } else {
      selection.only(target);
    }
    return true;
  }

  /// Where a key leads, -1 if it leads nowhere.
  private int target(KeyEvent event) {
    int current = selection.current();
    int last = items.size() - 1;
    int first = grid.cells().isEmpty() ? 0 : grid.cells().getFirst().index();
    boolean fresh = current < 0;
    return switch (event.getCode()) {
      case LEFT -> sideways(fresh ? first : Math.max(0, current - 1));
      case RIGHT -> sideways(fresh ? first : Math.min(last, current + 1));
      case UP -> fresh ? first : updown(current, -1, 1);
      case DOWN -> fresh ? first : updown(current, 1, 1);
      case PAGE_UP -> fresh ? first : updown(current, -1, page(current));
      case PAGE_DOWN -> fresh ? first : updown(current, 1, page(current));
      case HOME -> sideways(0);
      case END -> sideways(last);
      default -> -1;
    };
  }

  private int page(int current) {
    return Math.max(1, (int) (grid.getHeight() / grid.metrics.rowHeight(current)) - 1);
  }

  private int sideways(int index) {
    column = -1;
    return index;
  }

  /// Up and down stay in the column where they began.
  private int updown(int current, int direction, int rows) {
    GridMetrics metrics = grid.metrics;
    if (column < 0) {
      column = metrics.x(current) + metrics.width(current) / 2;
    }
    int index = current;
    for (int i = 0; i < rows; i++) {
      index = metrics.neighbour(index, direction, column);
    }
    return index;
  }
}
