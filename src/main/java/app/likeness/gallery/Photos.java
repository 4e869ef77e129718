package app.likeness.gallery;

import app.likeness.catalog.Month;
import app.likeness.model.Face;
import app.likeness.model.Page;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.storage.ViewUrl;
import java.io.InputStream;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The photos that are in.
public interface Photos {
  Optional<Photo> photo(PhotoId id);

  /// Ready photos, newest first, from the end of a month (or the newest) on.
  Page<Photo> timeline(@Nullable YearMonth from, @Nullable String cursor, int limit);

  /// Months with photos, newest first.
  List<Month> months();

  List<Face> faces(PhotoId id);

  /// All faces, by id.
  Page<Face> faces(@Nullable String cursor, int limit);

  /// Mints URLs that show objects; keys that cannot be shown now are left out.
  Map<String, ViewUrl> views(Collection<String> keys);

  /// The original's unchanged bytes; the caller closes it.
  InputStream open(PhotoId id);

  /// Deletes photos for good, with all that was made of them; cannot be undone.
  void delete(Collection<PhotoId> ids);
}
