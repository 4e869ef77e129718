package app.likeness.catalog;

import app.likeness.model.PhotoId;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A dropped file on its way; unique by its absolute path.
///
/// @param faces how many were found, once it is ready
/// @param reason why it failed, or what is amiss with it
public record ImportRow(
    long id,
    Path file,
    ImportState state,
    @Nullable PhotoId photo,
    int faces,
    @Nullable String reason) {
  public ImportRow with(ImportState next, @Nullable String why) {
    return new ImportRow(id, file, next, photo, faces, why);
  }

  public ImportRow faces(int count) {
    return new ImportRow(id, file, state, photo, count, reason);
  }

  public ImportRow with(PhotoId id) {
    return new ImportRow(this.id, file, state, id, faces, reason);
  }
}
