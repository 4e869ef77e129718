package app.likeness.gallery;

import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.pictures.Decoded;
import org.jspecify.annotations.Nullable;

/// How photos get in: begin, send by ticket, finish.
public interface Uploads {
  /// Announces a photo; asking again is harmless, and mints a new ticket while it is needed.
  ///
  /// @throws app.likeness.model.GalleryException.Conflict when other content has the same id
  /// @throws app.likeness.model.GalleryException.Unavailable when no faces could be found on it, since
  ///     a model is missing or altered; nothing is announced then
  Begun begin(NewPhoto photo);

  /// Makes faces and thumbnails of a photo whose bytes have arrived, and says whose faces they are.
  ///
  /// @param atHand a decode of that very content, if the caller has one; spares another
  /// @return the photo, READY, INVALID or, while somebody else works on it, WORKING
  Photo finish(PhotoId photo, @Nullable Decoded atHand);

  /// Ends a batch: finishes what was left after it had arrived, and groups the people whom nobody has
  /// touched anew, with all the batch brought.
  void regroup();
}
