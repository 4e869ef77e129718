package app.likeness.catalog.sqlite;

import app.likeness.catalog.Cursor;
import app.likeness.model.Photo;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A photo's place in a list of photos by date; the newest comes first.
///
/// @param sortedAt as [Stamps] counts
record Place(long sortedAt, String photo) {
  static final Comparator<Place> NEWEST_FIRST =
      Comparator.comparingLong(Place::sortedAt).thenComparing(Place::photo).reversed();
  /// Before the newest.
  private static final Place START = new Place(Long.MAX_VALUE, "");

  static Place of(Photo photo) {
    return new Place(Stamps.of(photo.sortedAt()), photo.id().value());
  }

  /// Where the photos of a month begin, the newest of all without one.
  static Place endOf(@Nullable YearMonth month) {
    return month == null
        ? START
        : new Place(Stamps.of(month.plusMonths(1).atDay(1).atStartOfDay()), "");
  }

  static Place at(@Nullable String cursor) {
    if (cursor == null) {
      return START;
    }
    List<String> parts = Cursor.parts(cursor, 2);
    return new Place(Cursor.number(parts.getFirst()), parts.getLast());
  }

  String cursor() {
    return Cursor.of(sortedAt, photo);
  }
}
