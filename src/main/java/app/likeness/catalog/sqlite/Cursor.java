package app.likeness.catalog.sqlite;

import app.likeness.model.GalleryException;
import app.likeness.model.Page;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/// Where a page ended: the sort key of its last row, told as a text that callers only hand back.
final class Cursor {
  /// Between the parts of a key; no id or number holds it, and a name may only in the last part.
  private static final String BETWEEN = "\n";

  private Cursor() {}

  /// @throws GalleryException.NotFound when it does not have that many parts
  static List<String> parts(String cursor, int parts) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      List<String> found = List.of(text.split(BETWEEN, parts));
      if (found.size() == parts) {
        return found;
      }
    } catch (IllegalArgumentException _) {
      // not ours, as below
    }
    throw strange(cursor);
  }

  /// A part that must be a whole number.
  static long number(String part) {
    try {
      return Long.parseLong(part);
    } catch (NumberFormatException _) {
      throw strange(part);
    }
  }

  private static GalleryException strange(String cursor) {
    return new GalleryException.NotFound("There is no page at " + cursor + ": start anew.");
  }

  static String of(Object... parts) {
    String text = String.join(BETWEEN, List.of(parts).stream().map(String::valueOf).toList());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The page of rows that were asked for with one more than the limit, to see whether that is all.
  static <T> Page<T> page(List<T> rows, int limit, Function<T, String> cursor) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    List<T> items = rows.subList(0, limit);
    return new Page<>(items, cursor.apply(items.getLast()));
  }

  /// A page's limit as a number of rows that can be worked with.
  static int limit(int asked) {
    if (asked < 1) {
      throw new IllegalArgumentException("A page has at least one row, not " + asked);
    }
    return asked;
  }
}
