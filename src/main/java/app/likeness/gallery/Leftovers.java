package app.likeness.gallery;

import app.likeness.catalog.PhotoTable;
import app.likeness.model.FaceId;
import app.likeness.model.Page;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.model.PhotoState;
import app.likeness.storage.ObjectKeys;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What earlier runs have begun and not ended: taken back, or brought to its end.
final class Leftovers {
  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
  private static final int PAGE = 100;

  private final Parts parts;
  private final Erasure erasure;
  private final Finisher finisher;
  private final Workers workers;

  Leftovers(Parts parts, Erasure erasure, Finisher finisher, Workers workers) {
    this.parts = parts;
    this.erasure = erasure;
    this.finisher = finisher;
    this.workers = workers;
  }

  /// Takes over from a run that was killed: nobody sends any more, its leases are void, and its
  /// deletions are completed behind.
  void takeOver() {
    PhotoTable photos = parts.catalog().photos();
    List<PhotoId> leased = in(PhotoState.WORKING);
    sweep(leased);
    leased.forEach(id -> photos.advance(id, PhotoState.WORKING, PhotoState.UPLOADED));
    erasure.erase(in(PhotoState.PENDING));
    erasure.completeLeftovers(workers);
  }

  /// Removes the thumbnails of faces that no row tells of yet: the next try may choose other keys.
  private void sweep(List<PhotoId> unfinished) {
    Set<PhotoId> none = new HashSet<>(unfinished);
    none.addAll(in(PhotoState.DELETING));
    if (none.isEmpty()) {
      return;
    }
    List<String> strays = new ArrayList<>();
    parts
        .store()
        .keys(
            ObjectKeys.FACES,
            key -> photo(key).filter(none::contains).ifPresent(_ -> strays.add(key)));
    parts.store().delete(strays);
  }

  private static Optional<PhotoId> photo(String key) {
    try {
      String face = key.substring(key.lastIndexOf('/') + 1, key.lastIndexOf('.'));
      return Optional.of(FaceId.parse(face).photo());
    } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
      return Optional.empty();
    }
  }

  /// Finishes what has arrived and was left at that: its files may be gone by now.
  void finish() {
    for (PhotoId id : in(PhotoState.UPLOADED)) {
      try {
        finisher.finish(id, null);
      } catch (RuntimeException e) {
        if (Thread.currentThread().isInterrupted()) {
          throw e;
        }
        LOG.warn("Photo {} is still not ready: {}", id, e.getMessage());
      }
    }
  }

  private List<PhotoId> in(PhotoState state) {
    List<PhotoId> ids = new ArrayList<>();
    String cursor = null;
    do {
      Page<Photo> page = parts.catalog().photos().inState(state, cursor, PAGE);
      page.items().forEach(photo -> ids.add(photo.id()));
      cursor = page.next();
    } while (cursor != null);
    return ids;
  }
}
