package app.likeness.app;

import app.likeness.catalog.PhotoTable;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.model.PhotoState;
import app.likeness.storage.ObjectKeys;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Tells in which bucket the original of a photo lies, by its keys, and remembers it of photos that
/// stay where they are.
final class Whereabouts {
  private static final int REMEMBERED = 10_000;

  private final PhotoTable photos;
  private final Map<PhotoId, String> known =
      new LinkedHashMap<>(16, .75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<PhotoId, String> eldest) {
          return size() > REMEMBERED;
        }
      };

  Whereabouts(PhotoTable photos) {
    this.photos = photos;
  }

  Optional<String> bucket(String key) {
    return ObjectKeys.photo(key).flatMap(this::of);
  }

  private Optional<String> of(PhotoId id) {
    synchronized (known) {
      String bucket = known.get(id);
      if (bucket != null) {
        return Optional.of(bucket);
      }
    }
    Optional<Photo> photo = photos.find(id);
    photo
        .filter(found -> found.state() == PhotoState.READY)
        .ifPresent(
            found -> {
              synchronized (known) {
                known.put(id, found.original().bucket());
              }
            });
    return photo.map(found -> found.original().bucket());
  }
}
