package app.likeness.catalog.dynamodb;

import app.likeness.model.GalleryException;
import app.likeness.model.Page;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Where a page ended: the sort key of its last row, told as a text that callers only hand back.
final class Cursor {
  /// Between the parts; it may occur only in the last.
  private static final String BETWEEN = "\n";

  private Cursor() {}

  static String of(Object... parts) {
    String text = String.join(BETWEEN, Stream.of(parts).map(String::valueOf).toList());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

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

  static long number(String part) {
    try {
      return Long.parseLong(part);
    } catch (NumberFormatException _) {
      throw strange(part);
    }
  }

  static GalleryException strange(String cursor) {
    return new GalleryException.NotFound("There is no page at " + cursor + ": start anew.");
  }

  /// The first rows of a list as a page, one more being asked for to see whether that is all.
  static <T> Page<T> page(Stream<T> list, int limit, Function<T, String> cursor) {
    List<T> rows = list.limit(limit(limit) + 1L).toList();
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
