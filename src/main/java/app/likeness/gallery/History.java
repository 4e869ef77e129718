package app.likeness.gallery;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.Changes;
import app.likeness.gallery.People.Past;
import app.likeness.model.Act;
import app.likeness.people.Decisions;
import app.likeness.people.Telling;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells the decision log by pages.
///
/// What an act means hangs on all acts before it, and whether it stands on all after it: so the
/// whole log is read once and kept, and each page reads only what came since.
final class History {
  private final Catalog catalog;
  private final Ledger ledger;
  private @Nullable Decisions read;
  private @Nullable String seen;

  History(Catalog catalog, Ledger ledger) {
    this.catalog = catalog;
    this.ledger = ledger;
  }

  /// Acts newest first, those before one; 0 for the newest.
  synchronized List<Past> page(long before, int limit) {
    List<Act> acts = catalog.log().before(before, limit);
    Decisions decisions = decisions(); // after the acts, so that it knows each of them
    return acts.stream().map(act -> told(act, decisions)).toList();
  }

  private Decisions decisions() {
    Changes since = catalog.changes(seen);
    seen = since.next();
    Decisions known = read;
    if (known == null || since.all()) { // an erasure may have struck something from the log
      known = ledger.read();
      read = known;
    } else {
      ledger.readOn(known);
    }
    return known;
  }

  private static Past told(Act act, Decisions decisions) {
    return new Past(
        act, kind(act), Telling.of(act, decisions).phrase(), !decisions.stands(act.seq()));
  }

  private static String kind(Act act) {
    return act.decisions().isEmpty()
        ? "Erased"
        : act.decisions().getFirst().getClass().getSimpleName();
  }
}
