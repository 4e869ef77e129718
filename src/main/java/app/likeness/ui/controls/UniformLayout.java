package app.likeness.ui.controls;

/// Equal cells in as many columns as fit.
record UniformLayout(double cellWidth, double cellHeight, double gap) implements GridLayout {
  @Override
  public GridRows rows(int count, float[] aspects, double width) {
    int columns = Math.max(1, (int) ((width + gap) / (cellWidth + gap)));
    return new Rows(this, count, columns, (width + gap) / columns);
  }

  /// @param step from the left of one cell to the left of the next
  private record Rows(UniformLayout layout, int items, int columns, double step)
      implements GridRows {
    @Override
    public int count() {
      return Math.ceilDiv(items, columns);
    }

    @Override
    public double height() {
      return items == 0 ? 0 : top(count()) - layout.gap;
    }

    @Override
    public int rowOf(int index) {
      return index / columns;
    }

    @Override
    public int first(int row) {
      return Math.min(items, row * columns);
    }

    @Override
    public double top(int row) {
      return row * (layout.cellHeight + layout.gap);
    }

    @Override
    public double height(int row) {
      return layout.cellHeight;
    }

    @Override
    public double x(int index) {
      return Math.rint(index % columns * step);
    }

    @Override
    public double width(int index) {
      return Math.rint((index % columns + 1) * step) - layout.gap - x(index);
    }
  }
}
