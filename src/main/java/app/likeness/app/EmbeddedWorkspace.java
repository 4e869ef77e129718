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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/// A gallery in a folder of this machine: S3Proxy, SQLite and ONNX Runtime, all in this process.
final class EmbeddedWorkspace implements Workspace {
  /// Files under way beyond one a core: those that wait for the disk or the loopback.
  private static final int WAITING = 2;

  private static final String CATALOG = "catalog.sqlite";
  private static final String OBJECTS = "objects";

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

  /// SQLite takes an empty file for a new catalogue; beside objects it is one that was damaged.
  private void refuseEmptied() {
    Path catalog = folder.resolve(CATALOG);
    if (isEmpty(catalog) && Files.exists(catalog) && Files.exists(folder.resolve(OBJECTS))) {
      throw new GalleryException.Unavailable(
          "The file %s is damaged, it is empty: put a copy from your own backups in its place."
              .formatted(catalog),
          null);
    }
  }

  private static boolean isEmpty(Path file) {
    try {
      return Files.size(file) == 0;
    } catch (IOException _) {
      return !Files.exists(file);
    }
  }

  @Override
  public Opened read() {
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
