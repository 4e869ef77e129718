package app.likeness.app;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.ImportQueue;
import app.likeness.catalog.sqlite.GalleryLock;
import app.likeness.catalog.sqlite.SqliteCatalog;
import app.likeness.catalog.sqlite.SqliteImportQueue;
import app.likeness.gallery.FileImport;
import app.likeness.gallery.FileReader;
import app.likeness.gallery.Gallery;
import app.likeness.gallery.GalleryService;
import app.likeness.gallery.ImportService;
import app.likeness.gallery.Parts;
import app.likeness.gallery.Workers;
import app.likeness.gallery.Workspace;
import app.likeness.model.GalleryException;
import app.likeness.storage.ObjectStore;
import app.likeness.storage.Uploader;
import app.likeness.storage.embedded.EmbeddedObjectStore;
import app.likeness.storage.embedded.Reach;
import app.likeness.storage.s3.ServerClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Stream;

/// A gallery in a folder of this machine: S3Proxy, SQLite and ONNX Runtime, all in this process.
final class EmbeddedWorkspace implements Workspace {
  /// Files under way beyond one a core: those that wait for the disk or the loopback.
  private static final int WAITING = 2;

  private static final String CATALOG = "catalog.sqlite";
  private static final String OBJECTS = "objects";

  /// How many names deep, below the objects' folder, something lies in its bucket.
  private static final int LEAST_DEEP = 2;

  private final Path folder;
  private final Codecs codecs;
  private final Reach reach;

  EmbeddedWorkspace(Path folder, Codecs codecs) {
    this(folder, codecs, Reach.LOOPBACK);
  }

  /// @param reach how clients come to the objects
  EmbeddedWorkspace(Path folder, Codecs codecs, Reach reach) {
    this.folder = folder;
    this.codecs = codecs;
    this.reach = reach;
  }

  /// What opening to write gives, imported into or not.
  private record Parted(
      GalleryService gallery, ImportQueue queue, ServerClock clock, Workers workers) {}

  @Override
  public Session open() {
    return Closing.opened(
        closing -> {
          Parted open = parted(closing);
          Uploader uploader = closing.add(new Uploader(open.clock()::learn));
          FileImport files =
              new FileImport(
                  open.gallery(), codecs.reader(), uploader, open.workers(), new FileReader(folder));
          int atOnce = Runtime.getRuntime().availableProcessors() + WAITING;
          ImportService imports =
              closing.add(new ImportService(open.gallery(), open.queue(), files, atOnce));
          return new Session(open.gallery(), imports, codecs.reader(), closing::close);
        });
  }

  @Override
  public Opened write() {
    return Closing.opened(closing -> new Opened(parted(closing).gallery(), closing::close));
  }

  private Parted parted(Closing closing) {
    closing.add(GalleryLock.take(folder));
    refuseEmptied();
    Catalog catalog = closing.add(SqliteCatalog.open(folder.resolve(CATALOG)));
    ImportQueue queue = closing.add(SqliteImportQueue.open(folder.resolve("imports.sqlite")));
    ServerClock clock = new ServerClock(InstantSource.system());
    ObjectStore store =
        closing.add(EmbeddedObjectStore.open(folder.resolve(OBJECTS), clock, reach));
    Workers workers = new Workers();
    Parts parts = new Parts(catalog, store, codecs.reader(), codecs.thumbnails(), queue::forget);
    GalleryService gallery = closing.add(new GalleryService(parts, codecs::faces, workers));
    gallery.takeOver();
    return new Parted(gallery, queue, clock, workers);
  }

  /// SQLite makes a catalogue of an empty or missing file; beside objects that is one that was lost.
  private void refuseEmptied() {
    Path catalog = folder.resolve(CATALOG);
    Path objects = folder.resolve(OBJECTS);
    if (Files.exists(catalog) ? isEmpty(catalog) && Files.exists(objects) : holdsPhotos(objects)) {
      throw new GalleryException.Unavailable(
          ("The file %s is %s, though the photos are still there: put a copy from your own backups in"
                  + " its place, or move %s away to begin anew.")
              .formatted(catalog, Files.exists(catalog) ? "damaged and empty" : "missing", objects),
          null);
    }
  }

  private static boolean holdsPhotos(Path objects) {
    try (Stream<Path> files = Files.walk(objects, LEAST_DEEP)) {
      return files.anyMatch(file -> objects.relativize(file).getNameCount() == LEAST_DEEP);
    } catch (IOException | UncheckedIOException _) {
      return false; // there are none
    }
  }

  private static boolean isEmpty(Path file) {
    try {
      return Files.size(file) == 0;
    } catch (IOException _) {
      return !Files.exists(file);
    }
  }

  private void refuseForeign() {
    Path catalog = folder.resolve(CATALOG);
    try {
      catalog.getFileSystem().provider().checkAccess(catalog, AccessMode.READ);
    } catch (AccessDeniedException e) {
      throw new GalleryException.Denied(
          "The gallery in %s cannot be read: you have no permission to, so ask its owner."
              .formatted(folder),
          e);
    } catch (IOException _) {
      // There is none, as is said next.
    }
  }

  @Override
  public Opened read() {
    refuseForeign();
    refuseEmptied();
    if (isEmpty(folder.resolve(CATALOG))) {
      throw new GalleryException.NotFound(
          "There is no gallery in %s yet; \"import\" some photos first.".formatted(folder));
    }
    return Closing.opened(
        closing -> {
          Catalog catalog = closing.add(SqliteCatalog.read(folder.resolve(CATALOG)));
          ObjectStore store = closing.add(EmbeddedObjectStore.beside(folder.resolve(OBJECTS)));
          Parts parts = new Parts(catalog, store, codecs.reader(), codecs.thumbnails(), _ -> {});
          Gallery gallery = closing.add(new GalleryService(parts, codecs::faces, new Workers()));
          return new Opened(gallery, closing::close);
        });
  }
}
