package app.likeness.catalog;

import java.text.Normalizer;
import java.util.Locale;

/// Which persons to list, and in what order.
///
/// @param search part of a name, compared without case and accents; empty for all
/// @param hidden list the hidden ones instead of the others
/// @param fewest photos that a listed person has at least, unless named
/// @param most photos that a listed person has at most, and then no named one is listed, so that
///     two queries can split everyone into those to show and the strangers; 0 for no limit
public record PeopleQuery(Order order, String search, boolean hidden, int fewest, int most) {
  public static final PeopleQuery ALL = new PeopleQuery(Order.COUNT, "", false, 1, 0);

  /// A name as it is sought and sorted: without case and accents, on one line.
  public static String sought(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .replaceAll("\\p{Cntrl}", " ")
        .toUpperCase(Locale.ROOT) // makes SS of ß
        .toLowerCase(Locale.ROOT);
  }

  /// Every order ends with the id, so that it is total.
  public enum Order {
    /// Most photos first, whether named or not.
    COUNT,
    /// Named first, most photos first within both.
    NAMED,
    /// By name, the unnamed last.
    NAME,
    /// Latest photo first.
    RECENT
  }
}
