package app.likeness.ui.controls;

import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Shows one item of a [PictureGrid], then another: cells are few and used again while scrolling.
///
/// Style class `grid-cell`; pseudo-classes `selected` and, where the keyboard is, `current`.
public abstract class GridCell<T> extends StackPane {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private @Nullable T item;
  private int index = -1;
  private Runnable toggling = () -> {};
  private boolean selected;
  private boolean current;

  @SuppressWarnings("this-escape") // only sets properties, like every JavaFX control
  protected GridCell() {
    getStyleClass().add("grid-cell");
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    setMinSize(0, 0);
  }

  /// Shows another item, or the same one after something about it changed; `null` while it has not
  /// been read, and when the cell is put aside.
  protected abstract void update(@Nullable T next);

  /// What a screen reader says of the item that is shown.
  protected abstract String spoken(T shown);

  public final @Nullable T item() {
    return item;
  }

  /// Its place in the whole grid, -1 while it is put aside.
  public final int index() {
    return index;
  }

  public final boolean isSelected() {
    return selected;
  }

  /// Selects the item besides what is selected, or takes it out; for a mark on the cell.
  protected final void toggle() {
    toggling.run();
  }

  final void onToggle(Runnable then) {
    toggling = then;
  }

  final void bind(int place, @Nullable T next) {
    index = place;
    if (!Objects.equals(next, item)) {
      item = next;
      update(next);
      setAccessibleText(next == null ? null : spoken(next));
    }
  }

  final void mark(boolean isSelected, boolean isCurrent) {
    if (isSelected != selected) {
      selected = isSelected;
      pseudoClassStateChanged(SELECTED, isSelected);
      notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
    }
    if (isCurrent != current) {
      current = isCurrent;
      pseudoClassStateChanged(CURRENT, isCurrent);
    }
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case INDEX -> index;
      case SELECTED -> selected;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}
