package app.likeness.gallery;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.Month;
import app.likeness.model.Face;
import app.likeness.model.GalleryException;
import app.likeness.model.Page;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.storage.ObjectStore;
import app.likeness.storage.ViewUrl;
import java.io.InputStream;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The photos that are in: looking at them, and letting them go.
final class PhotoService implements Photos {
  private final Catalog catalog;
  private final ObjectStore store;
  private final Erasure erasure;

  PhotoService(Parts parts, Erasure erasure) {
    catalog = parts.catalog();
    store = parts.store();
    this.erasure = erasure;
  }

  @Override
  public Optional<Photo> photo(PhotoId id) {
    return catalog.photos().find(id);
  }

  @Override
  public Page<Photo> timeline(@Nullable YearMonth from, @Nullable String cursor, int limit) {
    return catalog.photos().timeline(from, cursor, limit);
  }

  @Override
  public List<Month> months() {
    return catalog.photos().months();
  }

  @Override
  public List<Face> faces(PhotoId id) {
    return catalog.faces().of(id);
  }

  @Override
  public Page<Face> faces(@Nullable String cursor, int limit) {
    return catalog.faces().all(cursor, limit);
  }

  @Override
  public Map<String, ViewUrl> views(Collection<String> keys) {
    Map<String, ViewUrl> views = new HashMap<>();
    keys.forEach(key -> store.view(key).ifPresent(url -> views.put(key, url)));
    return views;
  }

  @Override
  public InputStream open(PhotoId id) {
    Photo photo =
        photo(id).orElseThrow(() -> new GalleryException.NotFound("There is no such photo."));
    return store.open(photo.original().key());
  }

  @Override
  public void delete(Collection<PhotoId> ids) {
    for (PhotoId id : ids) {
      if (photo(id).isEmpty()) {
        throw new GalleryException.NotFound("There is no photo " + id + "; nothing was deleted.");
      }
    }
    erasure.erase(ids);
  }
}
