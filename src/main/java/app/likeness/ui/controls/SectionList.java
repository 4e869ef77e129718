package app.likeness.ui.controls;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Sections one after the other, their items numbered through.
final class SectionList<T> {
  private static final int PAGE = SectionItems.PAGE;

  /// Pages before and after the view that are read ahead; twice as many are kept.
  private static final int MARGIN = 2;

  /// Pages read at once on the way to one whose beginning is not known yet.
  private static final int STRETCH = 16;

  private final List<SectionItems<T>> all;
  private final int[] starts;

  SectionList(List<SectionItems<T>> all) {
    this.all = all;
    starts = new int[all.size() + 1];
    for (int i = 0; i < all.size(); i++) {
      starts[i + 1] = starts[i] + all.get(i).count();
    }
  }

  /// Pages of a section to read, from one whose beginning is known.
  record Gap<T>(SectionItems<T> section, int from, int to, @Nullable String cursor) {}

  /// Items of one section, numbered within it.
  record Stretch(GridSource.Section section, int from, int to) {}

  List<SectionItems<T>> all() {
    return all;
  }

  int size() {
    return starts[all.size()];
  }

  int start(int section) {
    return starts[section];
  }

  int sectionOf(int index) {
    int low = 0;
    int high = Math.max(0, all.size() - 1);
    while (low < high) {
      int mid = (low + high + 1) >>> 1;
      if (starts[mid] <= index) {
        low = mid;
      } else {
        high = mid - 1;
      }
    }
    return low;
  }

  @Nullable T get(int index) {
    if (index < 0 || index >= size()) {
      return null;
    }
    int section = sectionOf(index);
    return all.get(section).get(index - starts[section]);
  }

  /// Where an item in memory is, or -1.
  int indexOf(Predicate<T> wanted) {
    for (int s = 0; s < all.size(); s++) {
      for (var page : all.get(s).pages().entrySet()) {
        for (int i = 0; i < page.getValue().size(); i++) {
          if (wanted.test(page.getValue().get(i))) {
            return starts[s] + page.getKey() * PAGE + i;
          }
        }
      }
    }
    return -1;
  }

  /// The pages that are missed most: in view, else next to it.
  @Nullable Gap<T> gap(int from, int to) {
    Gap<T> inView = missing(from, to);
    return inView != null ? inView : missing(from - MARGIN * PAGE, to + MARGIN * PAGE);
  }

  private @Nullable Gap<T> missing(int from, int to) {
    for (int s = 0; s < all.size(); s++) {
      SectionItems<T> section = all.get(s);
      int end = Math.min(to - starts[s], Math.max(1, section.count()));
      if (from - starts[s] <= section.count()) {
        for (int page = Math.max(0, from - starts[s]) / PAGE; page * PAGE < end; page++) {
          if (!section.has(page)) {
            int known = section.reachable(page);
            int last = Math.min(page, known + STRETCH - 1);
            return new Gap<>(section, known, last, section.start(known));
          }
        }
      }
    }
    return null;
  }

  List<Stretch> stretches(int from, int to) {
    List<Stretch> stretches = new ArrayList<>();
    for (int s = 0; s < all.size(); s++) {
      int low = Math.max(from, starts[s]);
      int high = Math.min(to, starts[s + 1]);
      if (low < high) {
        stretches.add(new Stretch(all.get(s).section(), low - starts[s], high - starts[s]));
      }
    }
    return stretches;
  }

  /// Forgets the items far from a view.
  void keepAround(int from, int to) {
    for (int s = 0; s < all.size(); s++) {
      int low = Math.floorDiv(from - starts[s], PAGE) - 2 * MARGIN;
      int high = Math.floorDiv(to - starts[s], PAGE) + 2 * MARGIN;
      all.get(s).keep(page -> page >= low && page <= high);
    }
  }
}
