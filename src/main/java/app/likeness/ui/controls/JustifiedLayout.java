package app.likeness.ui.controls;

import java.util.Arrays;

/// Rows of pictures in their own shapes, each row scaled so that it fills the width exactly.
record JustifiedLayout(double rowHeight, double gap) implements GridLayout {
  /// Taken for pictures that are not known yet: most cameras make 4:3, some upright.
  private static final float USUAL = 1.3f;

  /// Panoramas and strips are cut to these shapes, else one of them would spoil its row.
  private static final float NARROWEST = 0.5f;

  private static final float WIDEST = 3;

  /// A last row that nearly fills the width is stretched by at most this.
  private static final double STRETCH = 1.15;

  /// A short last row moves up into the one before it if that is not made lower than this.
  private static final double SQUEEZE = 0.75;

  private static float shape(float aspect) {
    return Float.isNaN(aspect) ? USUAL : Math.clamp(aspect, NARROWEST, WIDEST);
  }

  @Override
  public GridRows rows(int count, float[] aspects, double width) {
    Breaker rows = new Breaker(this, count, aspects, Math.max(1, width));
    rows.run();
    return rows.done();
  }

  /// Fills rows one after the other and closes each where its height comes nearest to the wanted.
  private static final class Breaker {
    private final JustifiedLayout layout;
    private final int items;
    private final float[] aspects;
    private final double width;
    private int[] firsts = new int[16];
    private double[] tops = new double[16];
    private int rows;
    private double bottom;

    Breaker(JustifiedLayout layout, int items, float[] aspects, double width) {
      this.layout = layout;
      this.items = items;
      this.aspects = aspects;
      this.width = width;
    }

    void run() {
      int first = 0;
      double sum = 0;
      for (int i = 0; i < items; i++) {
        double with = sum + shape(aspects[i]);
        double height = height(with, i - first + 1);
        if (height > layout.rowHeight) {
          sum = with;
        } else if (i > first && height(sum, i - first) < 2 * layout.rowHeight - height) {
          close(first, height(sum, i - first));
          first = i;
          sum = shape(aspects[i]);
        } else {
          close(first, height);
          first = i + 1;
          sum = 0;
        }
      }
      if (first < items && !squeezed()) {
        double full = height(sum, items - first);
        close(first, full < layout.rowHeight * STRETCH ? full : layout.rowHeight);
      }
    }

    /// Better one full row, a little lower, than a full one and one with a picture or two.
    private boolean squeezed() {
      if (rows == 0) {
        return false;
      }
      int first = firsts[rows - 1];
      double sum = 0;
      for (int i = first; i < items; i++) {
        sum += shape(aspects[i]);
      }
      double height = height(sum, items - first);
      if (height < layout.rowHeight * SQUEEZE) {
        return false;
      }
      bottom = tops[--rows];
      close(first, height);
      return true;
    }

    /// The height at which pictures of these shapes fill the width.
    private double height(double shapes, int pictures) {
      return Math.max(1, (width - layout.gap * (pictures - 1)) / shapes);
    }

    private void close(int first, double height) {
      if (rows + 2 > firsts.length) {
        firsts = Arrays.copyOf(firsts, rows * 2);
        tops = Arrays.copyOf(tops, rows * 2);
      }
      firsts[rows] = first;
      tops[rows++] = bottom;
      bottom += Math.rint(height) + layout.gap;
    }

    Rows done() {
      int[] starts = Arrays.copyOf(firsts, rows + 1);
      double[] ys = Arrays.copyOf(tops, rows + 1);
      starts[rows] = items;
      ys[rows] = bottom;
      return new Rows(layout.gap, width, aspects, starts, ys);
    }
  }

  private static final class Rows implements GridRows {
    private final double gap;
    private final double width;
    private final float[] aspects;
    private final int[] firsts;
    private final double[] tops;

    Rows(double gap, double width, float[] aspects, int[] firsts, double[] tops) {
      this.gap = gap;
      this.width = width;
      this.aspects = aspects;
      this.firsts = firsts;
      this.tops = tops;
    }

    @Override
    public int count() {
      return firsts.length - 1;
    }

    @Override
    public double height() {
      return count() == 0 ? 0 : tops[count()] - gap;
    }

    @Override
    public int rowOf(int index) {
      int at = Arrays.binarySearch(firsts, 0, count(), index);
      return at >= 0 ? at : -at - 2;
    }

    @Override
    public int first(int row) {
      return firsts[row];
    }

    @Override
    public double top(int row) {
      return tops[row];
    }

    @Override
    public double height(int row) {
      return tops[row + 1] - tops[row] - gap;
    }

    @Override
    public double x(int index) {
      return left(rowOf(index), index);
    }

    @Override
    public double width(int index) {
      int row = rowOf(index);
      return left(row, index + 1) - gap - left(row, index);
    }

    /// Where a picture begins; for the one after the row's last, where the next would.
    private double left(int row, int index) {
      int first = firsts[row];
      int end = firsts[row + 1];
      double all = sum(first, end);
      double scale = (width - gap * (end - first - 1)) / all;
      double height = height(row);
      if (scale > height * STRETCH) {
        scale = height;
      }
      return Math.rint(sum(first, index) * scale + gap * (index - first));
    }

    private double sum(int from, int to) {
      double sum = 0;
      for (int i = from; i < to; i++) {
        sum += shape(aspects[i]);
      }
      return sum;
    }
  }
}
