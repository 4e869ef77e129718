package app.likeness.catalog;

import app.likeness.model.GalleryException;
import app.likeness.model.Page;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Where a page ended: the sort key of its last row, told as a text that callers only hand back.
public final class Cursor {
  /// Between the parts of a key; no id or number holds it, and a name may only in the last part.
  private static final String BETWEEN = "\n";

  private Cursor() {}

  public static String of(Object... parts) {
    String text = String.join(BETWEEN, Stream.of(parts).map(String::valueOf).toList());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// @throws GalleryException.NotFound when it does not have that many parts
  public static List<String> parts(String cursor, int parts) {
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
  public static long number(String part) {
    try {
      return Long.parseLong(part);
    } catch (NumberFormatException _) {
      throw strange(part);
    }
  }

  public static GalleryException strange(String cursor) {
    return new GalleryException.NotFound("There is no page at " + cursor + ": start anew.");
  }

  /// The page of rows that were asked for with one more than the limit, to see whether that is all.
  public static <T> Page<T> page(List<T> rows, int limit, Function<T, String> cursor) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    List<T> items = rows.subList(0, limit);
    return new Page<>(items, cursor.apply(items.getLast()));
  }

  /// The first rows of a list that is read no further than the page needs.
  public static <T> Page<T> page(Stream<T> list, int limit, Function<T, String> cursor) {
    return page(list.limit(limit(limit) + 1L).toList(), limit, cursor);
  }

  /// A page's limit as a number of rows that can be worked with.
  public static int limit(int asked) {
    if (asked < 1) {
      throw new IllegalArgumentException("A page has at least one row, not " + asked);
    }
    return asked;
  }
}
