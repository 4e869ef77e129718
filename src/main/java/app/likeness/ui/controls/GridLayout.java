package app.likeness.ui.controls;

/// How the items of a section become rows; all lengths in pixels.
public sealed interface GridLayout permits UniformLayout, JustifiedLayout {
  /// Cells of one height in columns; they are at least `cellWidth` wide and share what is left over.
  static GridLayout uniform(double cellWidth, double cellHeight, double gap) {
    return new UniformLayout(cellWidth, cellHeight, gap);
  }

  /// Rows of about one height in which each picture has its own shape and which fill the width.
  static GridLayout justified(double rowHeight, double gap) {
    return new JustifiedLayout(rowHeight, gap);
  }

  /// Lays out one section.
  ///
  /// @param count how many items it has
  /// @param aspects width over height of each, `NaN` while unknown
  GridRows rows(int count, float[] aspects, double width);
}
