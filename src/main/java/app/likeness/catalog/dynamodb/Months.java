package app.likeness.catalog.dynamodb;

import app.likeness.catalog.Month;
import app.likeness.catalog.Totals;
import app.likeness.model.PhotoState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is counted of everything: ready photos, faces and bytes by month, and shown persons.
final class Months {
  private static final String PERSONS = "persons";

  private Months() {}

  static void count(Unit unit, @Nullable Item photo, int sign) {
    if (photo == null || PhotoRow.state(photo) != PhotoState.READY) {
      return;
    }
    long month = Stamps.number(Stamps.month(PhotoRow.place(photo)));
    Item.Change change = Ordered.MONTHS.change(unit, month);
    Item now = change.done();
    long photos = now.number("photos") + sign;
    if (photos <= 0) {
      unit.remove(Ordered.MONTHS.key(month));
    } else {
      unit.put(
          Table.DECISIONS,
          change
              .number("photos", photos)
              .number("faces", now.number("faces") + sign * photo.number("faceCount"))
              .number("bytes", now.number("bytes") + sign * photo.number("bytes"))
              .done());
    }
  }

  static void person(Unit unit, int more) {
    if (more != 0) {
      Item.Change change = Ordered.TOTALS.change(unit, 0);
      unit.put(
          Table.DECISIONS, change.number(PERSONS, change.done().number(PERSONS) + more).done());
    }
  }

  /// The next serial of a proposal; none is given twice.
  static long serial(Unit unit) {
    Item.Change change = Ordered.TOTALS.change(unit, 0);
    long next = change.done().number("serial") + 1;
    unit.put(Table.DECISIONS, change.number("serial", next).done());
    return next;
  }

  /// Newest first.
  static List<Month> list(View view) {
    return view.query(Ordered.MONTHS.query().backwards())
        .map(item -> new Month(Stamps.month(item.number("seq")), (int) item.number("photos")))
        .toList();
  }

  static Totals totals(View view) {
    List<Item> months = view.query(Ordered.MONTHS.query()).toList();
    return new Totals(
        (int) sum(months, "photos"),
        (int) sum(months, "faces"),
        (int) Ordered.TOTALS.change(view, 0).done().number(PERSONS),
        sum(months, "bytes"));
  }

  private static long sum(List<Item> months, String what) {
    return months.stream().mapToLong(month -> month.number(what)).sum();
  }
}
