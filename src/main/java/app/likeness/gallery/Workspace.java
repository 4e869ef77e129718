package app.likeness.gallery;

import app.likeness.pictures.PictureReader;

/// Opens the gallery that the user chose, on whichever back end it lies.
public interface Workspace {
  /// Takes a second or two; call it off the JavaFX thread. Closing the session ends its workers.
  ///
  /// @throws app.likeness.model.GalleryException.Conflict while another process writes to it
  Session open();

  /// Only to look, also beside a process that writes; whatever would write is refused where one
  /// process alone may.
  Opened read();

  /// To look and to write, without going on with imports.
  ///
  /// @throws app.likeness.model.GalleryException.Conflict while another process writes to it, where
  ///     one alone may
  default Opened write() {
    Session session = open();
    return new Opened(session.gallery(), session.closing());
  }

  /// An open gallery by itself.
  record Opened(Gallery gallery, Runnable closing) implements AutoCloseable {
    @Override
    public void close() {
      closing.run();
    }
  }

  /// An open gallery, the imports into it, and what decodes pictures on this machine.
  record Session(Gallery gallery, Importer imports, PictureReader reader, Runnable closing)
      implements AutoCloseable {
    @Override
    public void close() {
      closing.run();
    }
  }
}
