package app.likeness.ui.photos;

import app.likeness.catalog.Month;
import app.likeness.gallery.Photos;
import app.likeness.model.Page;
import app.likeness.model.Photo;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The timeline for a grid, newest first: a section a month.
record PhotosSource(Photos photos) implements PhotoSource {
  private static final DateTimeFormatter TITLE = DateTimeFormatter.ofPattern("LLLL yyyy");

  @Override
  public List<Section> sections() {
    return photos.months().stream().map(PhotosSource::section).toList();
  }

  private static Section section(Month month) {
    return new Section(month.month().toString(), TITLE.format(month.month()), month.photos());
  }

  /// The month that a section shows.
  static YearMonth month(Section section) {
    return YearMonth.parse(section.key());
  }

  @Override
  public Page<Photo> page(Section section, @Nullable String cursor, int limit) {
    YearMonth month = month(section);
    Page<Photo> page = photos.timeline(month, cursor, limit);
    List<Photo> ours = page.items().stream().filter(photo -> isIn(photo, month)).toList();
    boolean more =
        page.next() != null
            && ours.size() == page.items().size()
            && goesOn(month, page.next());
    return new Page<>(ours, more ? page.next() : null);
  }

  /// The timeline itself goes on with the month before.
  private boolean goesOn(YearMonth month, String cursor) {
    List<Photo> first = photos.timeline(month, cursor, 1).items();
    return !first.isEmpty() && isIn(first.getFirst(), month);
  }

  private static boolean isIn(Photo photo, YearMonth month) {
    return YearMonth.from(photo.sortedAt()).equals(month);
  }
}
