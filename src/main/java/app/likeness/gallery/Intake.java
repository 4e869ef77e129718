package app.likeness.gallery;

import app.likeness.catalog.PhotoTable;
import app.likeness.model.Capture;
import app.likeness.model.GalleryException;
import app.likeness.model.Original;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.model.PhotoState;
import app.likeness.storage.NewObject;
import app.likeness.storage.ObjectKeys;
import app.likeness.storage.ObjectStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lets photos in: announces them, mints their tickets, and finishes what has arrived.
final class Intake {
  private final PhotoTable photos;
  private final ObjectStore store;
  private final Originals originals;
  private final Erasure erasure;
  private final Finisher finisher;
  private final Names names;

  Intake(Parts parts, Erasure erasure, Finisher finisher, Names names) {
    photos = parts.catalog().photos();
    store = parts.store();
    originals = new Originals(parts);
    this.erasure = erasure;
    this.finisher = finisher;
    this.names = names;
  }

  Begun begin(NewPhoto photo) {
    Optional<Photo> here = photos.find(PhotoId.of(photo.sha256())).filter(this::isHere);
    if (here.isPresent() && here.get().original().sha256().equals(photo.sha256())) {
      return new Begun.Present(here.get()); // nothing need be prepared to find its faces
    }
    finisher.prepare();
    Photo known = photos.begin(pending(photo));
    if (!known.original().sha256().equals(photo.sha256())) {
      throw new GalleryException.Conflict(
          "Another photo has the same id as this one; it cannot be added.");
    }
    if (moved(known)) {
      photos.erase(known.id());
      return begin(photo);
    }
    return next(known);
  }

  /// Whether its bytes go elsewhere by now, since the store they were announced for is away.
  private boolean moved(Photo known) {
    Original original = known.original();
    return known.state() == PhotoState.PENDING
        && !original.bucket().equals(store.bucket(original.key()));
  }

  /// What is left to do for a photo that was announced, with a ticket of this moment if it needs one.
  Begun start(PhotoId id) {
    finisher.prepare();
    Photo known = photo(id);
    if (known.state() == PhotoState.DELETING) {
      throw new GalleryException.NotFound("The photo is being deleted.");
    }
    if (moved(known)) {
      photos.erase(id);
      return next(photos.begin(here(known)));
    }
    return next(known);
  }

  private Photo here(Photo photo) {
    Original file = photo.original();
    Original now =
        new Original(
            file.fileName(), store.bucket(file.key()), file.key(), file.type(), file.bytes(),
            file.sha256(), Instant.now());
    return new Photo(
        photo.id(), photo.state(), now, 0, 0, photo.sortedAt(), Capture.UNKNOWN, 0, null);
  }

  Photo photo(PhotoId id) {
    return photos
        .find(id)
        .orElseThrow(() -> new GalleryException.NotFound("There is no such photo."));
  }

  private Begun next(Photo known) {
    return switch (known.state()) {
      case READY -> isHere(known) ? new Begun.Present(known) : send(known);
      case UPLOADED, WORKING -> new Begun.Finish(known.id());
      case PENDING -> arrivedBefore(known) ? new Begun.Finish(known.id()) : send(known);
      case INVALID -> {
        photos.advance(known.id(), PhotoState.INVALID, PhotoState.UPLOADED);
        yield new Begun.Finish(known.id());
      }
      case DELETING -> {
        erasure.erase(List.of(known.id()));
        yield next(photos.begin(known.with(PhotoState.PENDING, null)));
      }
    };
  }

  /// Whether a photo is ready and the store still has its bytes; another store is not asked.
  private boolean isHere(Photo photo) {
    Original original = photo.original();
    return photo.state() == PhotoState.READY
        && (!original.bucket().equals(store.bucket(original.key()))
            || store.size(original.key()).isPresent());
  }

  private Begun send(Photo photo) {
    Original file = photo.original();
    NewObject object =
        new NewObject(file.key(), file.type().mediaType(), file.bytes(), file.sha256());
    return new Begun.Send(photo.id(), store.put(object));
  }

  /// Whether a transfer of before did end well. Its bytes are read again, since a power cut may
  /// have come between the transfer and its being durable; what is not whole is removed.
  private boolean arrivedBefore(Photo photo) {
    String key = photo.original().key();
    if (store.size(key).isEmpty()) {
      return false;
    }
    if (!originals.sha256(key).equals(photo.original().sha256())) {
      store.delete(List.of(key));
      return false;
    }
    return arrive(photo);
  }

  private boolean arrive(Photo photo) {
    store.sync(photo.original().key());
    return photos.advance(photo.id(), PhotoState.PENDING, PhotoState.UPLOADED);
  }

  /// Notes that a photo's bytes have arrived.
  ///
  /// @throws GalleryException.NotFound when they have not
  Photo done(PhotoId id) {
    Photo photo = photo(id);
    if (photo.state() == PhotoState.DELETING) {
      throw new GalleryException.NotFound("The photo is being deleted.");
    }
    if (photo.state() == PhotoState.PENDING) {
      long size = store.size(photo.original().key()).orElse(-1L);
      if (size != photo.original().bytes()) {
        throw new GalleryException.NotFound("The photo's bytes have not arrived; send it again.");
      }
      arrive(photo);
      return photo(id);
    }
    if (photo.state() == PhotoState.READY && isHere(photo)) {
      store.sync(photo.original().key()); // lost, perhaps, and sent anew
    }
    return photo;
  }

  Photo finish(PhotoId id, @Nullable AtHand atHand) {
    Photo photo = done(id);
    if (photo.state() == PhotoState.READY || photo.state() == PhotoState.INVALID) {
      return photo;
    }
    if (atHand == null) {
      return finisher.finish(id, null);
    }
    names.sha1(atHand.sha1(), id);
    return finisher.finish(id, atHand.decoded());
  }

  private Photo pending(NewPhoto photo) {
    PhotoId id = PhotoId.of(photo.sha256());
    int year = photo.modifiedAt().getYear();
    String key = ObjectKeys.original(year, photo.fileName(), id, photo.type());
    Original original =
        new Original(
            photo.fileName(),
            store.bucket(key),
            key,
            photo.type(),
            photo.bytes(),
            photo.sha256(),
            Instant.now());
    return new Photo(
        id, PhotoState.PENDING, original, 0, 0, photo.modifiedAt(), Capture.UNKNOWN, 0, null);
  }
}
