package app.likeness.gallery;

import app.likeness.catalog.PhotoTable;
import app.likeness.model.Face;
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
import java.util.stream.Collectors;
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

  void tidy() {
    erasure.completeLeftovers(workers);
  }

  /// Removes thumbnails of faces that no row tells of, or not yet: the next try may choose other keys.
  ///
  /// Only the photos that somebody was at are looked at, and when there are none, no key is.
  private void sweep(List<PhotoId> leased) {
    Set<PhotoId> unsure = new HashSet<>(leased);
    unsure.addAll(in(PhotoState.DELETING));
    rescanned().ifPresent(unsure::add);
    if (!unsure.isEmpty()) {
      Set<String> known =
          unsure.stream()
              .flatMap(id -> parts.catalog().faces().of(id).stream())
              .map(Face::thumbKey)
              .collect(Collectors.toSet());
      List<String> strays = new ArrayList<>();
      parts
          .store()
          .keys(
              ObjectKeys.FACES,
              key ->
                  photo(key)
                      .filter(photo -> unsure.contains(photo) && !known.contains(key))
                      .ifPresent(_ -> strays.add(key)));
      parts.store().delete(strays);
      parts.catalog().setting(Rescan.UNDER_WAY, "");
    }
  }

  private Optional<PhotoId> rescanned() {
    return parts.catalog().setting(Rescan.UNDER_WAY).filter(id -> !id.isEmpty()).map(PhotoId::new);
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
    List<PhotoId> left = new ArrayList<>(in(PhotoState.UPLOADED));
    if (parts.catalog().shared()) {
      left.addAll(in(PhotoState.WORKING)); // whose lease is over, nobody may come back for
    }
    for (PhotoId id : left) {
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
