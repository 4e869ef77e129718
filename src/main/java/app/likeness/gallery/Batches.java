package app.likeness.gallery;

import app.likeness.model.PhotoId;
import java.util.Collection;

/// Batches of photos, each grouped by itself as soon as its rule allows; they outlive the program.
public interface Batches {
  /// As many as one batch may hold.
  int MOST = 10_000;

  /// Opens a batch of photos, which need not be announced yet.
  ///
  /// @throws app.likeness.model.GalleryException.Unsupported when it is empty or holds too many
  Batch open(Collection<PhotoId> photos, StartRule rule);

  /// How far a batch is.
  ///
  /// @throws app.likeness.model.GalleryException.NotFound when there is none, or no longer
  Batch find(String id);

  /// Gives a batch another rule, such as NOW when enough of it is ready for whoever opened it.
  ///
  /// @throws app.likeness.model.GalleryException.NotFound when there is none, or no longer
  Batch rule(String id, StartRule rule);
}
