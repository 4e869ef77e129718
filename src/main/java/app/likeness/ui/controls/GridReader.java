package app.likeness.ui.controls;

import app.likeness.model.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Decides what of a source to read next, and reads it; the part of [GridItems] that may block.
final class GridReader {
  private static final int PAGE = SectionItems.PAGE;

  /// How much further down than it was an item is looked for after a change.
  private static final int DRIFT = 20 * PAGE;

  /// Pages kept behind while looking.
  private static final int BEHIND = 4;

  private GridReader() {}

  record Read<T>(int number, Page<T> page) {}

  /// What is in view: items from (with its key) to before `to`.
  record View<K>(int from, int to, @Nullable K first) {}

  static <K, T> List<Read<T>> read(GridSource<K, T> source, SectionList.Gap<T> gap) {
    List<Read<T>> pages = new ArrayList<>();
    String cursor = gap.cursor();
    for (int number = gap.from(); number <= gap.to(); number++) {
      Page<T> page = full(source, gap.section().section(), cursor);
      pages.add(new Read<>(number, page));
      cursor = page.next();
      if (cursor == null) {
        break;
      }
    }
    return pages;
  }

  /// A page that is full unless it is the last, whatever the source hands out at a time.
  private static <K, T> Page<T> full(
      GridSource<K, T> source, GridSource.Section section, @Nullable String cursor) {
    Page<T> page = source.page(section, cursor, PAGE);
    if (page.items().size() == PAGE || page.next() == null) {
      return page;
    }
    List<T> items = new ArrayList<>(page.items());
    String next = page.next();
    while (next != null && items.size() < PAGE) {
      Page<T> more = source.page(section, next, PAGE - items.size());
      items.addAll(more.items());
      next = more.next();
    }
    return new Page<>(items, next);
  }

  /// Reads the sections again, and of those in view as much as is needed to show the same place.
  static <K, T> List<SectionItems<T>> renew(
      GridSource<K, T> source, List<SectionItems<T>> old, View<K> view) {
    Map<String, Integer> before = new HashMap<>();
    int[] starts = new int[old.size() + 1];
    for (int s = 0; s < old.size(); s++) {
      before.put(old.get(s).section().key(), s);
      starts[s + 1] = starts[s] + old.get(s).count();
    }
    List<SectionItems<T>> now = new ArrayList<>();
    for (GridSource.Section section : source.sections()) {
      Integer was = before.get(section.key());
      if (was == null) {
        now.add(new SectionItems<>(section));
      } else {
        SectionItems<T> next = old.get(was).renewed(section);
        now.add(next);
        int start = starts[was];
        if (view.from() <= starts[was + 1] && view.to() >= start) {
          boolean here = view.from() >= start;
          K first = here ? view.first() : null;
          walk(source, next, new View<>(view.from() - start, view.to() - start, first));
        }
      }
    }
    return now;
  }

  /// Reads a section from its beginning until what is in view is there, and its first item again.
  private static <K, T> void walk(
      GridSource<K, T> source, SectionItems<T> section, View<K> view) {
    boolean found = view.first() == null;
    int end = view.to();
    String cursor = null;
    for (int number = 0; ; number++) {
      Page<T> page = full(source, section.section(), cursor);
      section.put(number, page, source::aspect);
      int kept = number - BEHIND - (view.to() - Math.max(0, view.from())) / PAGE;
      section.keep(each -> each >= kept);
      cursor = page.next();
      int read = (number + 1) * PAGE;
      int at = found ? -1 : find(source, page.items(), view.first());
      if (at >= 0) {
        found = true;
        end = number * PAGE + at + view.to() - view.from();
      }
      if (cursor == null || (found ? read >= end : read > view.to() + DRIFT)) {
        return;
      }
    }
  }

  private static <K, T> int find(GridSource<K, T> source, List<T> items, @Nullable K key) {
    for (int i = 0; i < items.size(); i++) {
      if (Objects.equals(source.key(items.get(i)), key)) {
        return i;
      }
    }
    return -1;
  }

  /// The keys of stretches that may be long: nothing but the keys is kept.
  static <K, T> List<K> keys(GridSource<K, T> source, List<SectionList.Stretch> stretches) {
    List<K> keys = new ArrayList<>();
    for (SectionList.Stretch stretch : stretches) {
      String cursor = null;
      int at = 0;
      do {
        Page<T> page = full(source, stretch.section(), cursor);
        int from = Math.max(0, stretch.from() - at);
        int to = Math.min(page.items().size(), stretch.to() - at);
        for (int i = from; i < to; i++) {
          keys.add(source.key(page.items().get(i)));
        }
        at += page.items().size();
        cursor = page.next();
      } while (cursor != null && at < stretch.to());
    }
    return keys;
  }
}
