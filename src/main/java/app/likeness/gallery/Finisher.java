package app.likeness.gallery;

import app.likeness.catalog.NewFace;
import app.likeness.model.FaceId;
import app.likeness.model.GalleryException;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.model.PhotoState;
import app.likeness.pictures.Decoded;
import app.likeness.storage.ObjectKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes an uploaded photo ready under a lease: reads, finds faces, makes thumbnails, assigns.
///
/// Whatever ends it half-way leaves the photo UPLOADED, or its lease to run out; any later run
/// writes the same objects under the same keys and completes it.
final class Finisher {
  private static final Logger LOG = LoggerFactory.getLogger(Finisher.class);
  private static final Duration LEASE = Duration.ofMinutes(5);

  private final Parts parts;
  private final Assignment assignment;
  private final Workers workers;
  private final Derivatives derivatives;
  private final Originals originals;

  Finisher(Parts parts, Recognition recognition, Assignment assignment, Workers workers) {
    this.parts = parts;
    this.assignment = assignment;
    this.workers = workers;
    derivatives = new Derivatives(parts, recognition);
    originals = new Originals(parts);
  }

  /// @throws GalleryException.Unavailable when it could finish nothing now
  void prepare() {
    derivatives.prepare();
  }

  Photo finish(PhotoId id, @Nullable Decoded atHand) {
    String owner = UUID.randomUUID().toString();
    Instant now = Instant.now();
    var leased = parts.catalog().photos().lease(id, owner, now, now.plus(LEASE));
    if (leased.isPresent()) {
      try {
        work(leased.get(), owner, atHand);
      } catch (InterruptedException e) {
        parts.catalog().photos().advance(id, PhotoState.WORKING, PhotoState.UPLOADED);
        Thread.currentThread().interrupt();
        throw new GalleryException.Unavailable("The import was interrupted.", e);
      } catch (RuntimeException e) {
        parts.catalog().photos().advance(id, PhotoState.WORKING, PhotoState.UPLOADED);
        throw e;
      }
    }
    return parts
        .catalog()
        .photos()
        .find(id)
        .orElseThrow(() -> new GalleryException.NotFound("The photo was deleted meanwhile."));
  }

  private void work(Photo photo, String owner, @Nullable Decoded atHand)
      throws InterruptedException {
    Decoded decoded;
    try {
      decoded = atHand != null ? atHand : workers.compute(() -> originals.decode(photo));
    } catch (GalleryException.Unsupported e) {
      parts.catalog().photos().fail(photo.id(), owner, String.valueOf(e.getMessage()));
      return;
    }
    Derived derived = workers.compute(() -> derivatives.make(decoded));
    Map<FaceId, Derived.Face> faces = numbered(photo.id(), derived.faces());
    Collection<FaceId> good = derivatives.index(faces);
    List<NewFace> written = new ArrayList<>();
    boolean done = false;
    try {
      derived.thumbs().forEach(
          (size, jpeg) -> writeJpeg(ObjectKeys.thumb(photo.id(), size), jpeg));
      write(faces, good, written);
      done = complete(ready(photo, decoded, faces.size()), written, owner);
    } finally {
      if (!done) {
        derivatives.forget(good);
        unwrite(photo.id(), written);
      }
    }
  }

  /// Numbers new faces of a photo; no number is ever given twice.
  private SequencedMap<FaceId, Derived.Face> numbered(PhotoId photo, List<Derived.Face> faces) {
    int next = parts.catalog().faces().lastNumber(photo) + 1;
    SequencedMap<FaceId, Derived.Face> numbered = new LinkedHashMap<>();
    for (Derived.Face face : faces) {
      numbered.put(new FaceId(photo, next++), face);
    }
    return numbered;
  }

  private void write(
      Map<FaceId, Derived.Face> faces, Collection<FaceId> good, List<NewFace> written) {
    faces.forEach(
        (id, face) -> {
          var first = good.contains(id) ? assignment.likely(id).orElse(null) : null;
          String key = ObjectKeys.face(id, first);
          written.add(face.toNew(id, key));
          writeJpeg(key, face.thumb());
        });
  }

  /// Removes the faces' thumbnails, which the next try may write under other keys; and, of a photo
  /// that somebody deleted meanwhile, the photo's.
  private void unwrite(PhotoId photo, List<NewFace> written) {
    List<String> keys = new ArrayList<>(written.stream().map(NewFace::thumbKey).toList());
    try {
      var state = parts.catalog().photos().find(photo).map(Photo::state);
      if (state.isEmpty() || state.get() == PhotoState.DELETING) {
        ObjectKeys.SIZES.forEach(size -> keys.add(ObjectKeys.thumb(photo, size)));
      }
      parts.store().delete(keys);
    } catch (GalleryException e) {
      LOG.warn("Thumbnails that are not needed stay for now: {}", e.getMessage());
    }
  }

  private void writeJpeg(String key, byte[] jpeg) {
    parts.store().write(key, "image/jpeg", jpeg);
  }

  private boolean complete(Photo ready, List<NewFace> faces, String owner) {
    return parts
        .catalog()
        .serially(
            () -> {
              assignment.catchUp();
              boolean ours = parts.catalog().photos().complete(ready, faces, Set.of(), owner);
              if (ours && !faces.isEmpty()) {
                assignment.assign(ready.id());
              }
              return ours;
            });
  }

  static Photo ready(Photo photo, Decoded decoded, int faces) {
    var takenAt = decoded.capture().takenAt();
    return new Photo(
        photo.id(),
        PhotoState.READY,
        photo.original(),
        decoded.width(),
        decoded.height(),
        takenAt != null ? takenAt : photo.sortedAt(),
        decoded.capture(),
        faces,
        decoded.warning());
  }
}
