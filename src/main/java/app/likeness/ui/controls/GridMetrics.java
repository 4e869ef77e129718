package app.likeness.ui.controls;

import java.util.Arrays;
import java.util.List;

/// Where every section and item of a grid lies, in pixels from the top of its content.
final class GridMetrics {
  private final GridItems<?, ?> items;
  private Part[] parts = {};
  private double[] tops = {0};
  private double width;
  private double header;

  /// A section as it is laid out now; another layout is another part.
  private static final class Part {
    final SectionItems<?> section;
    final int version;
    final GridLayout layout;
    final double width;
    final GridRows rows;

    Part(SectionItems<?> section, GridLayout layout, double width) {
      this.section = section;
      this.version = section.version();
      this.layout = layout;
      this.width = width;
      this.rows = layout.rows(section.count(), section.aspects(), width);
    }
  }

  GridMetrics(GridItems<?, ?> items) {
    this.items = items;
  }

  /// Brings itself up to date; lays out anew only what changed.
  ///
  /// @param head the height of a heading
  /// @param gap between sections
  /// @return whether anything may lie elsewhere now
  boolean update(GridLayout layout, double wide, double head, double gap) {
    width = wide;
    header = head;
    List<? extends SectionItems<?>> sections = items.loaded();
    Part[] next = new Part[sections.size()];
    double[] ys = new double[sections.size() + 1];
    for (int s = 0; s < next.length; s++) {
      SectionItems<?> section = sections.get(s);
      next[s] = s < parts.length ? current(parts[s], section, layout) : new Part(section, layout, wide);
      double titled = section.section().title().isEmpty() ? 0 : header;
      double rows = next[s].rows.height();
      ys[s + 1] = ys[s] + titled + rows + (rows > 0 ? gap : 0);
    }
    boolean moved = !Arrays.equals(parts, next) || !Arrays.equals(tops, ys);
    parts = next;
    tops = ys;
    return moved;
  }

  private Part current(Part part, SectionItems<?> section, GridLayout layout) {
    boolean same =
        part.section == section
            && part.version == section.version()
            && part.width == width
            && part.layout.equals(layout);
    return same ? part : new Part(section, layout, width);
  }

  int sections() {
    return parts.length;
  }

  GridRows rows(int section) {
    return parts[section].rows;
  }

  GridSource.Section section(int section) {
    return parts[section].section.section();
  }

  /// Where a section's heading begins; for the one after the last, the height of everything.
  double top(int section) {
    return tops[section];
  }

  double height() {
    return tops[parts.length];
  }

  /// Where a section's first row begins.
  double rowsTop(int section) {
    return tops[section] + (section(section).title().isEmpty() ? 0 : header);
  }

  /// The section at a height; the last one below everything.
  int sectionAt(double y) {
    int low = 0;
    int high = Math.max(0, parts.length - 1);
    while (low < high) {
      int mid = (low + high + 1) >>> 1;
      if (tops[mid] <= y) {
        low = mid;
      } else {
        high = mid - 1;
      }
    }
    return low;
  }

  /// The top of the row that an item is in.
  double rowTop(int index) {
    int s = items.sectionOf(index);
    GridRows rows = rows(s);
    return rowsTop(s) + rows.top(rows.rowOf(index - items.start(s)));
  }

  double rowHeight(int index) {
    int s = items.sectionOf(index);
    GridRows rows = rows(s);
    return rows.height(rows.rowOf(index - items.start(s)));
  }

  double x(int index) {
    int s = items.sectionOf(index);
    return rows(s).x(index - items.start(s));
  }

  double width(int index) {
    int s = items.sectionOf(index);
    return rows(s).width(index - items.start(s));
  }

  /// The first item of the first row that reaches below `y`; the size when there is none.
  int firstBelow(double y) {
    if (parts.length == 0) {
      return 0;
    }
    int s = sectionAt(y);
    GridRows rows = rows(s);
    double inside = y - rowsTop(s);
    if (rows.count() == 0 || inside >= rows.height()) {
      return items.start(s + 1);
    }
    int row = rows.rowAt(inside);
    boolean above = rows.top(row) + rows.height(row) <= inside;
    return items.start(s) + rows.first(above ? row + 1 : row);
  }

  /// Behind the last item of the last row that begins above `y`.
  int endAbove(double y) {
    if (parts.length == 0) {
      return 0;
    }
    int s = sectionAt(y);
    GridRows rows = rows(s);
    double inside = y - rowsTop(s);
    if (rows.count() == 0 || inside <= 0) {
      return items.start(s);
    }
    return items.start(s) + rows.first(rows.rowAt(inside) + 1);
  }

  /// The item one row up (`-1`) or down (`1`) whose middle is nearest to `x`.
  int neighbour(int index, int direction, double x) {
    int s = items.sectionOf(index);
    int row = rows(s).rowOf(index - items.start(s)) + direction;
    while (row < 0 || row >= rows(s).count()) {
      s += direction;
      if (s < 0 || s >= parts.length) {
        return index;
      }
      row = direction > 0 ? 0 : rows(s).count() - 1;
    }
    return nearest(s, row, x);
  }

  /// The item of a section's row whose middle is nearest to `x`.
  int nearest(int section, int row, double x) {
    GridRows rows = rows(section);
    int best = rows.first(row);
    for (int i = best + 1; i < rows.first(row + 1); i++) {
      if (Math.abs(middle(rows, i) - x) < Math.abs(middle(rows, best) - x)) {
        best = i;
      }
    }
    return items.start(section) + best;
  }

  private static double middle(GridRows rows, int index) {
    return rows.x(index) + rows.width(index) / 2;
  }
}
