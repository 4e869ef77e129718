package app.likeness.gallery;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.Changes;
import org.jspecify.annotations.Nullable;

/// What other processes have written to a shared gallery, learnt before we write to it ourselves.
final class Others {
  private final Catalog catalog;
  private final Recognition recognition;
  private final Ledger ledger;
  private @Nullable String seen;

  Others(Catalog catalog, Recognition recognition, Ledger ledger) {
    this.catalog = catalog;
    this.recognition = recognition;
    this.ledger = ledger;
    seen = catalog.shared() ? catalog.changes(null).next() : null;
  }

  /// Call it inside [Catalog#serially], so that nobody else writes between this and what follows.
  void catchUp() {
    String last = seen;
    if (last == null) {
      return;
    }
    Changes since = catalog.changes(last);
    if (since.all()) {
      ledger.reload(); // an erasure may have struck something from it
    } else {
      ledger.catchUp();
    }
    recognition.learn(since);
    seen = since.next();
  }
}
