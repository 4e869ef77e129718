package app.likeness.gallery;

import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.storage.UploadTicket;
import java.util.Optional;
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
  Photo finish(PhotoId photo, @Nullable AtHand atHand);

  /// What is left to do for a photo that was announced before, with a ticket of this very moment: to
  /// be asked just before each transfer, and again when one has failed.
  ///
  /// @throws app.likeness.model.GalleryException.NotFound when it was not announced
  Begun start(PhotoId photo);

  /// Says that a photo's bytes have arrived, so that it is finished behind; does not wait for that.
  ///
  /// @throws app.likeness.model.GalleryException.NotFound when it was not announced, or they have not
  Photo done(PhotoId photo);

  /// The photo with this content, if its bytes are here.
  ///
  /// @param checksum SHA-256 in 64 hex digits or SHA-1 in 40
  Optional<Photo> has(String checksum);

  /// Leave to PUT a file whose content nobody knows yet, with the type `image/*` literally.
  ///
  /// What arrives becomes the photo that its content is; a file that is here already stays once.
  Unseen<UploadTicket.Put> unseen(String fileName);

  /// Leave to POST such a file by a form, within an hour.
  Unseen<UploadTicket.Form> unseenForm(String fileName);

  /// Takes in what has arrived under a key, as an event of the storage tells, once or repeatedly.
  ///
  /// @return its photo, empty when nothing is known of it
  /// @throws app.likeness.model.GalleryException.Unsupported when it is no picture that we read
  Optional<Photo> arrived(String bucket, String key);

  /// The photo with this key, or the one that was last sent under this file name.
  ///
  /// @throws app.likeness.model.GalleryException.Unsupported when the last was refused
  Optional<Photo> named(String name);

  Batches batches();

  /// Ends a batch: finishes what was left after it had arrived, and groups the people whom nobody has
  /// touched anew, with all the batch brought.
  void regroup();
}
