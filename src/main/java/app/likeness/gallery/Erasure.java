package app.likeness.gallery;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.PhotoTable;
import app.likeness.model.Face;
import app.likeness.model.FaceId;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.model.PhotoState;
import app.likeness.storage.ObjectKeys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Deletes photos for good: first the state, then the objects, then the rows.
///
/// In this order any run can complete what another began, and nothing is left without a row.
final class Erasure {
  private static final int PAGE = 100;
  private static final Set<PhotoState> LIVE = EnumSet.complementOf(EnumSet.of(PhotoState.DELETING));

  private final Parts parts;
  private final Recognition recognition;
  private final Ledger ledger;

  Erasure(Parts parts, Recognition recognition, Ledger ledger) {
    this.parts = parts;
    this.recognition = recognition;
    this.ledger = ledger;
  }

  void erase(Collection<PhotoId> ids) {
    PhotoTable photos = parts.catalog().photos();
    // All are doomed before the first is gone: a crash in between forgets none.
    ids.forEach(id -> LIVE.forEach(state -> photos.advance(id, state, PhotoState.DELETING)));
    ids.forEach(id -> photos.find(id).ifPresent(this::complete));
  }

  private void complete(Photo photo) {
    Catalog catalog = parts.catalog();
    List<Face> faces = catalog.faces().of(photo.id());
    parts.store().delete(keys(photo, faces));
    List<FaceId> ids = faces.stream().map(Face::id).toList();
    recognition.forget(ids);
    parts.forget().accept(photo.id()); // before the row that tells of an erasure left half-way
    catalog.serially(
        () -> {
          catalog.photos().erase(photo.id());
          ledger.reload();
          return null;
        });
  }

  static List<String> keys(Photo photo, List<Face> faces) {
    List<String> keys = new ArrayList<>();
    keys.add(photo.original().key());
    ObjectKeys.SIZES.forEach(size -> keys.add(ObjectKeys.thumb(photo.id(), size)));
    faces.forEach(face -> keys.add(face.thumbKey()));
    return keys;
  }

  /// Completes, behind, what a run that was killed has left.
  void completeLeftovers(Workers workers) {
    workers.behind(
        () -> {
          var left = parts.catalog().photos().inState(PhotoState.DELETING, null, PAGE);
          while (!left.items().isEmpty()) {
            left.items().forEach(this::complete);
            left = parts.catalog().photos().inState(PhotoState.DELETING, null, PAGE);
          }
        });
  }
}
