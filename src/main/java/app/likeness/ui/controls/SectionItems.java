package app.likeness.ui.controls;

import app.likeness.model.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// What is known of one section: its pages in memory, where each page begins, every aspect ever read.
///
/// Not safe for use by many threads; handed from one to the next.
final class SectionItems<T> {
  static final int PAGE = 100;

  private final GridSource.Section section;
  private final Map<Integer, List<T>> pages = new HashMap<>();
  private final List<@Nullable String> starts = new ArrayList<>();
  private float[] aspects = {};
  private int count;
  private boolean ended;
  private int version;

  SectionItems(GridSource.Section section) {
    this.section = section;
    starts.add(null);
    resize(Math.max(0, section.count()));
  }

  /// The same section after a change: empty, but laid out as before until it is read again.
  SectionItems<T> renewed(GridSource.Section now) {
    SectionItems<T> next = new SectionItems<>(now);
    int guess = now.count() == GridSource.Section.UNKNOWN ? count : now.count();
    next.resize(guess);
    System.arraycopy(aspects, 0, next.aspects, 0, Math.min(guess, count));
    return next;
  }

  GridSource.Section section() {
    return section;
  }

  int count() {
    return count;
  }

  /// Grows whenever count or aspects change.
  int version() {
    return version;
  }

  /// Width over height per item, `NaN` while unknown; do not change it.
  float[] aspects() {
    return aspects;
  }

  @Nullable T get(int index) {
    List<T> page = pages.get(index / PAGE);
    return page == null || index % PAGE >= page.size() ? null : page.get(index % PAGE);
  }

  Map<Integer, List<T>> pages() {
    return pages;
  }

  boolean has(int page) {
    return pages.containsKey(page) || (page > 0 && ended && page * PAGE >= count);
  }

  /// The last page up to this one whose beginning is known.
  int reachable(int page) {
    return Math.min(page, starts.size() - 1);
  }

  @Nullable String start(int page) {
    return starts.get(page);
  }

  /// Takes a page in; those before it have been read before.
  void put(int number, Page<T> page, ToDoubleFunction<T> aspect) {
    pages.put(number, page.items());
    int from = number * PAGE;
    int to = from + page.items().size();
    fit(to, page.next() != null);
    for (int i = from; i < to; i++) {
      aspects[i] = (float) aspect.applyAsDouble(page.items().get(i - from));
    }
    if (page.next() != null && starts.size() == number + 1) {
      starts.add(page.next());
    }
    version++;
  }

  private void fit(int to, boolean more) {
    if (!more) {
      ended = true;
      resize(to);
    } else if (section.count() == GridSource.Section.UNKNOWN) {
      resize(Math.max(count, to + (ended ? 0 : PAGE)));
    } else if (count <= to) {
      resize(to + 1);
    }
  }

  private void resize(int next) {
    if (next > aspects.length) {
      int old = aspects.length;
      aspects = Arrays.copyOf(aspects, Math.max(next, old + old / 2));
      Arrays.fill(aspects, old, aspects.length, Float.NaN);
    }
    count = next;
    version++;
  }

  /// Forgets the items of pages that are not to be kept; their aspects stay.
  void keep(IntPredicate wanted) {
    pages.keySet().removeIf(page -> !wanted.test(page));
  }
}
