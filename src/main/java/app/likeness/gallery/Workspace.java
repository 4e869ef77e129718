package app.likeness.gallery;

import app.likeness.pictures.PictureReader;
import java.util.Optional;

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

  /// Where the gallery lies, as far as that is known before it is open.
  default Site site() {
    return new Site(Site.Kind.EMBEDDED, "");
  }

  /// Where a gallery lies.
  ///
  /// @param name of the server, else empty
  record Site(Kind kind, String name) {
    /// On this computer, in the user's own buckets and tables, or behind a server.
    public enum Kind {
      EMBEDDED,
      CLOUD,
      REMOTE
    }
  }

  /// What changes that, where a user may.
  default Optional<Switchboard> switchboard() {
    return Optional.empty();
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
