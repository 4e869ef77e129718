package app.likeness.ui.controls;

import app.likeness.model.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the items of a [PictureGrid] come from: a few sections, each read page by page.
///
/// [#sections] and [#page] may block; they are called off the JavaFX thread, one at a time.
///
/// @param <K> what names an item: equal keys are the same item, also after a change
public interface GridSource<K, T> {
  /// All sections in order, with how many items each has.
  List<Section> sections();

  /// Items of a section from a cursor (`null`: its beginning) on; `Page.next` is `null` at its end.
  Page<T> page(Section section, @Nullable String cursor, int limit);

  K key(T item);

  /// Width over height of an item's picture; asked once, when the item is read.
  default double aspect(T item) {
    return 1;
  }

  /// A run of items under one heading.
  ///
  /// @param key tells sections of one source apart
  /// @param title shown above the items; empty for no heading
  /// @param count how many items it has, as far as known, so that the scroll bar is honest from the
  ///     start; [#UNKNOWN] when only reading to its end would tell
  record Section(String key, String title, int count) {
    public static final int UNKNOWN = -1;
  }
}
