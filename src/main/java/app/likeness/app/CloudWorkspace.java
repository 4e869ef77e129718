package app.likeness.app;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.ImportQueue;
import app.likeness.catalog.dynamodb.DynamoCatalog;
import app.likeness.catalog.sqlite.GalleryLock;
import app.likeness.catalog.sqlite.SqliteImportQueue;
import app.likeness.faces.FaceIndex;
import app.likeness.faces.rekognition.RekognitionFaceIndex;
import app.likeness.gallery.FileImport;
import app.likeness.gallery.FileReader;
import app.likeness.gallery.GalleryService;
import app.likeness.gallery.ImportService;
import app.likeness.gallery.Parts;
import app.likeness.gallery.Workers;
import app.likeness.gallery.Workspace;
import app.likeness.model.PhotoId;
import app.likeness.storage.ObjectStore;
import app.likeness.storage.Uploader;
import app.likeness.storage.s3.ServerClock;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A gallery in S3 and DynamoDB, which many may have open at once; on this machine is only what is
/// on its way there.
final class CloudWorkspace implements Workspace {
  private static final Logger LOG = LoggerFactory.getLogger(CloudWorkspace.class);

  /// Files under way: some travel while the faces of others are looked for.
  private static final int AT_ONCE = 8;

  private final CloudParts parts;
  private final Path folder;
  private final Codecs codecs;

  /// @param folder for what is on its way
  CloudWorkspace(CloudParts parts, Path folder, Codecs codecs) {
    this.parts = parts;
    this.folder = folder;
    this.codecs = codecs;
  }

  /// Locks the list of what is on its way, and not the gallery.
  @Override
  public Session open() {
    return Closing.opened(
        closing -> {
          closing.add(GalleryLock.take(folder));
          ImportQueue queue = closing.add(SqliteImportQueue.open(folder.resolve("imports.sqlite")));
          ServerClock clock = new ServerClock(InstantSource.system());
          Workers workers = new Workers();
          GalleryService gallery = gallery(closing, clock, workers, queue::forget);
          gallery.tidy();
          Uploader uploader = closing.add(new Uploader(clock::learn));
          FileImport files =
              new FileImport(
                  gallery, codecs.reader(), uploader, workers, FileReader.elsewhere(folder));
          ImportService imports = closing.add(new ImportService(gallery, queue, files, AT_ONCE));
          return new Session(gallery, imports, codecs.reader(), closing::close);
        });
  }

  /// Nothing is refused: who may write is for AWS to say.
  @Override
  public Opened read() {
    return Closing.opened(
        closing -> {
          ServerClock clock = new ServerClock(InstantSource.system());
          return new Opened(gallery(closing, clock, new Workers(), _ -> {}), closing::close);
        });
  }

  @Override
  public Opened write() {
    return read();
  }

  private GalleryService gallery(
      Closing closing, ServerClock clock, Workers workers, Consumer<PhotoId> forget) {
    Catalog catalog = closing.add(DynamoCatalog.open(parts.database(), parts.tables()));
    ObjectStore store = closing.add(parts.stores(catalog, clock, LOG::warn));
    Parts made = new Parts(catalog, store, codecs.reader(), codecs.thumbnails(), forget);
    return closing.add(new GalleryService(made, this::faces, workers));
  }

  private FaceIndex faces() {
    return switch (parts.settings().recognition().by()) {
      case ONNX -> codecs.faces();
      case REKOGNITION ->
          new RekognitionFaceIndex(
              parts.collection(),
              codecs.thumbnails(),
              new Spending(folder).allowance(parts.settings().recognition().mostDollars()));
    };
  }
}
