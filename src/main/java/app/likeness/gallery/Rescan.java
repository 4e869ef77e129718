package app.likeness.gallery;

import app.likeness.catalog.NewFace;
import app.likeness.gallery.People.Progress;
import app.likeness.gallery.People.Scanned;
import app.likeness.model.Box;
import app.likeness.model.Face;
import app.likeness.model.FaceId;
import app.likeness.model.GalleryException;
import app.likeness.model.Page;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.model.PhotoState;
import app.likeness.people.Pairing;
import app.likeness.pictures.Decoded;
import app.likeness.storage.ObjectKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Finds the faces of every photo again and pairs them with those known, so that no decision is lost.
final class Rescan {
  private static final int PAGE = 100;
  private static final String MISSING = "The stored photo is missing; add its file again.";

  /// The setting that names the photo whose face thumbnails are just changing.
  static final String UNDER_WAY = "rescanning";

  private final Parts parts;
  private final Workers workers;
  private final Assignment assignment;
  private final Ledger ledger;
  private final Derivatives derivatives;
  private final Originals originals;

  Rescan(Parts parts, Recognition recognition, Workers workers, Assignment assignment, Ledger ledger) {
    this.parts = parts;
    this.workers = workers;
    this.assignment = assignment;
    this.ledger = ledger;
    derivatives = new Derivatives(parts, recognition);
    originals = new Originals(parts);
  }

  Scanned run(Consumer<Progress> progress) {
    int total = parts.catalog().totals().photos();
    int done = 0;
    int failed = 0;
    String reason = null;
    String cursor = null;
    do {
      Page<Photo> page = parts.catalog().photos().inState(PhotoState.READY, cursor, PAGE);
      for (Photo photo : page.items()) {
        Optional<String> failure = rescan(photo);
        if (failure.isPresent()) {
          reason = failed++ == 0 ? failure.get() : reason;
        }
        progress.accept(new Progress(++done, Math.max(total, done)));
      }
      cursor = page.next();
    } while (cursor != null);
    note("");
    return new Scanned(failed, reason);
  }

  /// Answers why a photo could not be read; one must not end the scan of all.
  private Optional<String> rescan(Photo photo) {
    try {
      Decoded decoded = workers.compute(() -> originals.decode(photo));
      renew(photo, workers.compute(() -> derivatives.faces(decoded)));
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GalleryException.Unavailable("The scan was stopped; start it again at any time.", e);
    } catch (GalleryException.Unsupported e) {
      return Optional.of(photo.original().fileName() + ": " + e.getMessage());
    } catch (GalleryException.NotFound _) {
      return parts
          .catalog()
          .photos()
          .find(photo.id())
          .filter(found -> found.state() == PhotoState.READY) // not deleted meanwhile
          .map(found -> found.original().fileName() + ": " + MISSING);
    }
  }

  private void renew(Photo photo, List<Derived.Face> found) {
    List<Face> old = parts.catalog().faces().of(photo.id());
    List<Box> boxes = found.stream().map(face -> face.found().box()).toList();
    Map<Integer, FaceId> pairs = Pairing.pair(old, boxes);
    Map<FaceId, Derived.Face> faces = new TreeMap<>();
    int next = parts.catalog().faces().lastNumber(photo.id()) + 1;
    for (int i = 0; i < found.size(); i++) {
      FaceId kept = pairs.get(i);
      faces.put(kept != null ? kept : new FaceId(photo.id(), next++), found.get(i));
    }
    if (!old.stream().map(Face::id).collect(Collectors.toSet()).equals(faces.keySet())) {
      note(photo.id().value());
    }
    replace(photo, old, faces);
  }

  /// Notes a photo whose face thumbnails are about to change: a kill then leaves some without a row.
  private void note(String photo) {
    parts.catalog().setting(UNDER_WAY, photo);
  }

  private void replace(Photo photo, List<Face> old, Map<FaceId, Derived.Face> faces) {
    Map<FaceId, String> keys = new HashMap<>();
    old.forEach(face -> keys.put(face.id(), face.thumbKey()));
    Map<FaceId, Derived.Face> fresh = new TreeMap<>(faces);
    fresh.keySet().removeAll(keys.keySet());
    fresh.keySet().forEach(id -> keys.put(id, ObjectKeys.face(id, null)));
    Set<FaceId> gone = fresh.keySet();
    try {
      Set<FaceId> searchable = Set.copyOf(derivatives.index(faces));
      fresh.forEach((id, face) -> parts.store().write(key(keys, id), "image/jpeg", face.thumb()));
      List<NewFace> written = new ArrayList<>();
      faces.forEach((id, face) -> written.add(face.toNew(id, key(keys, id))));
      gone = parts.catalog().serially(() -> write(photo, written, old));
      derivatives.forget(faces.keySet().stream().filter(id -> !searchable.contains(id)).toList());
    } finally {
      // Those that the photo has lost; when nothing was written, those that came in vain.
      derivatives.forget(gone);
      parts.store().delete(gone.stream().map(id -> key(keys, id)).toList());
    }
  }

  private static String key(Map<FaceId, String> keys, FaceId face) {
    return Objects.requireNonNull(keys.get(face));
  }

  /// Answers the faces that are gone.
  private Set<FaceId> write(Photo photo, List<NewFace> faces, List<Face> old) {
    assignment.catchUp();
    Set<FaceId> here = faces.stream().map(NewFace::id).collect(Collectors.toSet());
    Set<FaceId> missing =
        old.stream().map(Face::id).filter(id -> !here.contains(id)).collect(Collectors.toSet());
    Set<FaceId> kept =
        missing.stream().filter(id -> ledger.decisions().held(id)).collect(Collectors.toSet());
    missing.removeAll(kept);
    PhotoId id = photo.id();
    Photo counted =
        new Photo(
            id,
            PhotoState.READY,
            photo.original(),
            photo.width(),
            photo.height(),
            photo.sortedAt(),
            photo.capture(),
            here.size() + kept.size(),
            photo.reason());
    if (!parts.catalog().photos().complete(counted, faces, kept, null)) {
      return here; // deleted meanwhile
    }
    ledger.project(Set.of(id));
    assignment.assign(id);
    return missing;
  }
}
