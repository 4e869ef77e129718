package app.likeness.ui.controls;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The headings in view, few and used again; the topmost stays at the top until the next pushes it.
final class GridHeadings {
  private final GridMetrics metrics;
  private final Consumer<GridHeader> made;
  private final List<Shown> pool = new ArrayList<>();
  private Supplier<? extends GridHeader> factory = GridHeader::new;
  private double height;

  /// @param made told of each new heading
  GridHeadings(GridMetrics metrics, Consumer<GridHeader> made) {
    this.metrics = metrics;
    this.made = made;
  }

  void factory(Supplier<? extends GridHeader> next) {
    factory = next;
  }

  /// How high every heading is.
  double height() {
    if (height == 0) {
      GridHeader first = take(0).header;
      first.applyCss();
      height = Math.ceil(first.prefHeight(-1));
      first.setVisible(false);
    }
    return height;
  }

  /// @param top how much of the content lies above the view
  void place(double top, double x, double width, double view) {
    int used = 0;
    if (metrics.sections() > 0) {
      int s = metrics.sectionAt(Math.max(0, top));
      for (; s < metrics.sections() && metrics.top(s) < top + view; s++) {
        if (!metrics.section(s).title().isEmpty()) {
          double pushed = Math.min(0, metrics.top(s + 1) - top - height());
          double y = Math.max(metrics.top(s) - top, pushed);
          take(used++).show(metrics.section(s), x, y, width, height());
        }
      }
    }
    for (int i = used; i < pool.size(); i++) {
      pool.get(i).header.setVisible(false);
    }
  }

  private Shown take(int number) {
    if (number == pool.size()) {
      Shown next = new Shown(factory.get());
      next.header.setManaged(false);
      pool.add(next);
      made.accept(next.header);
    }
    return pool.get(number);
  }

  private static final class Shown {
    final GridHeader header;
    private GridSource.@Nullable Section section;

    Shown(GridHeader header) {
      this.header = header;
    }

    void show(GridSource.Section next, double x, double y, double width, double height) {
      header.setVisible(true);
      if (!Objects.equals(next, section)) {
        section = next;
        header.update(next);
      }
      header.resizeRelocate(x, y, width, height);
    }
  }
}
