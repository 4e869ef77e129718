package app.likeness.gallery;

import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.storage.UploadTicket;

/// What is left to do for a new photo.
public sealed interface Begun {
  /// Spend the ticket, then finish.
  record Send(PhotoId photo, UploadTicket ticket) implements Begun {}

  /// Its bytes have arrived before; only finish.
  record Finish(PhotoId photo) implements Begun {}

  /// It is here already.
  record Present(Photo photo) implements Begun {}
}
