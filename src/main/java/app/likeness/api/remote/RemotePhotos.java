package app.likeness.api.remote;

import app.likeness.api.Wire;
import app.likeness.catalog.Month;
import app.likeness.gallery.Photos;
import app.likeness.model.Face;
import app.likeness.model.GalleryException;
import app.likeness.model.Page;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.storage.ViewUrl;
import java.io.InputStream;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The photos of a gallery elsewhere.
final class RemotePhotos implements Photos {
  /// As many as the API takes at once.
  private static final int MOST_VIEWS = 1000;

  private static final String PHOTOS = "/v1/photos";

  private final Remote remote;

  RemotePhotos(Remote remote) {
    this.remote = remote;
  }

  @Override
  public Optional<Photo> photo(PhotoId id) {
    return remote.find(PHOTOS + "/" + id, Photo.class);
  }

  @Override
  public Page<Photo> timeline(@Nullable YearMonth from, @Nullable String cursor, int limit) {
    return remote
        .get(PHOTOS + Pages.query(cursor, limit) + Remote.parameter("from", from), Pages.Photos.class)
        .page();
  }

  @Override
  public List<Month> months() {
    return remote.get("/v1/months", Wire.Months.class).months();
  }

  @Override
  public List<Face> faces(PhotoId id) {
    return remote.get(PHOTOS + "/" + id + "/faces", Wire.Faces.class).faces();
  }

  @Override
  public Page<Face> faces(@Nullable String cursor, int limit) {
    return remote.get("/v1/faces" + Pages.query(cursor, limit), Pages.Faces.class).page();
  }

  @Override
  public Map<String, ViewUrl> views(Collection<String> keys) {
    List<String> all = List.copyOf(keys);
    Map<String, ViewUrl> views = new HashMap<>();
    for (int from = 0; from < all.size(); from += MOST_VIEWS) {
      List<String> some = all.subList(from, Math.min(from + MOST_VIEWS, all.size()));
      views.putAll(remote.post("/v1/views", new Wire.Keys(some), Wire.Views.class).views());
    }
    return views;
  }

  @Override
  public InputStream open(PhotoId id) {
    String key =
        photo(id)
            .orElseThrow(() -> new GalleryException.NotFound("There is no such photo."))
            .original()
            .key();
    ViewUrl view = views(List.of(key)).get(key);
    if (view == null) {
      throw new GalleryException.Unavailable("The photo cannot be read where it lies now.", null);
    }
    return remote.open(view.url());
  }

  @Override
  public void delete(Collection<PhotoId> ids) {
    remote.post(PHOTOS + "/delete", new Wire.PhotoIds(List.copyOf(ids)), Map.class);
  }
}
