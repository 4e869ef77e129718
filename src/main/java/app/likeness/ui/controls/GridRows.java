package app.likeness.ui.controls;

/// Where the items of a section lie: rows from 0, items from 0, pixels from the section's first row.
public interface GridRows {
  /// How many rows there are.
  int count();

  double height();

  /// The row that an item is in.
  int rowOf(int index);

  /// The first item of a row; for the row after the last, the number of items.
  int first(int row);

  double top(int row);

  /// The height of a row, without the gap below it.
  double height(int row);

  double x(int index);

  double width(int index);

  /// The last row that begins at `y` or above; 0 when there is none.
  default int rowAt(double y) {
    int low = 0;
    int high = Math.max(0, count() - 1);
    while (low < high) {
      int mid = (low + high + 1) >>> 1;
      if (top(mid) <= y) {
        low = mid;
      } else {
        high = mid - 1;
      }
    }
    return low;
  }
}
