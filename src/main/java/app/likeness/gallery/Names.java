package app.likeness.gallery;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.Note;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.storage.ObjectKeys;
import app.likeness.storage.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/// The other names by which a photo may be asked for: its key, the name it was sent under, its SHA-1.
final class Names {
  private static final String NAME = "name";
  private static final String SHA1 = "sha1";
  private static final int SHA256_DIGITS = 64;

  private final Catalog catalog;
  private final ObjectStore store;

  Names(Parts parts) {
    catalog = parts.catalog();
    store = parts.store();
  }

  /// Gives a photo a name, unless another was sent under it later.
  ///
  /// @param at when it was sent
  void give(String name, PhotoId photo, Instant at) {
    catalog.serially(
        () -> {
          Optional<Note> known = catalog.notes().find(NAME, name);
          if (known.isEmpty() || !Instant.parse(known.get().value()).isAfter(at)) {
            catalog.notes().put(new Note(NAME, name, at.toString(), photo));
          }
          return null;
        });
  }

  void sha1(String sha1, PhotoId photo) {
    if (catalog.notes().find(SHA1, sha1).isEmpty()) {
      catalog.notes().put(new Note(SHA1, sha1, "", photo));
    }
  }

  /// The photo of a key, or the one that was last sent under a name.
  Optional<Photo> named(String name) {
    return ObjectKeys.photo(name)
        .or(() -> older(name))
        .flatMap(catalog.photos()::find)
        .filter(photo -> photo.original().key().equals(name))
        .or(() -> noted(NAME, name));
  }

  /// Deployments of before named a photo by where it lay, and not by its content.
  private Optional<PhotoId> older(String key) {
    if (!key.startsWith(ObjectKeys.RAW)) {
      return Optional.empty();
    }
    String place = store.bucket(key) + "/" + key;
    return Optional.of(PhotoId.of(Hashes.sha256(place.getBytes(StandardCharsets.UTF_8))));
  }

  /// The photo with this content.
  ///
  /// @param checksum SHA-1 or SHA-256 in lower-case hex digits
  Optional<Photo> content(String checksum) {
    return checksum.length() == SHA256_DIGITS
        ? catalog
            .photos()
            .find(PhotoId.of(checksum))
            .filter(photo -> photo.original().sha256().equals(checksum))
        : noted(SHA1, checksum);
  }

  private Optional<Photo> noted(String kind, String name) {
    return catalog
        .notes()
        .find(kind, name)
        .flatMap(note -> Optional.ofNullable(note.photo()))
        .flatMap(catalog.photos()::find);
  }
}
