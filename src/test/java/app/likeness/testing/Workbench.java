package app.likeness.testing;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.ImportQueue;
import app.likeness.catalog.sqlite.SqliteCatalog;
import app.likeness.catalog.sqlite.SqliteImportQueue;
import app.likeness.faces.onnx.ModelFiles;
import app.likeness.faces.onnx.OnnxFaceIndex;
import app.likeness.gallery.FileImport;
import app.likeness.gallery.FileReader;
import app.likeness.gallery.Gallery;
import app.likeness.gallery.GalleryService;
import app.likeness.gallery.ImportService;
import app.likeness.gallery.Importer;
import app.likeness.gallery.Parts;
import app.likeness.gallery.Workers;
import app.likeness.pictures.ContentReader;
import app.likeness.pictures.PictureReader;
import app.likeness.pictures.leptonica.LeptonicaDecoder;
import app.likeness.pictures.leptonica.LeptonicaThumbnails;
import app.likeness.pictures.metadata.ExifReader;
import app.likeness.storage.ObjectStore;
import app.likeness.storage.Uploader;
import app.likeness.storage.embedded.EmbeddedObjectStore;
import java.nio.file.Path;
import java.util.List;

/// An embedded gallery of real parts, put together here so that a test can hold one of them.
public final class Workbench implements AutoCloseable {
  private final PictureReader reader;
  private final Catalog catalog;
  private final ImportQueue queue;
  private final ObjectStore store;
  private final Uploader uploader = new Uploader();
  private final GalleryService gallery;
  private final ImportService imports;

  /// @param aroundQueue done around the calls of the queue
  /// @param aroundReader done around the calls of what decodes pictures
  public Workbench(Path folder, Around.Hook aroundQueue, Around.Hook aroundReader) {
    reader =
        Around.of(
            PictureReader.class,
            new ContentReader(List.of(new LeptonicaDecoder()), new ExifReader()),
            aroundReader);
    catalog = SqliteCatalog.open(folder.resolve("catalog.sqlite"));
    queue =
        Around.of(
            ImportQueue.class,
            SqliteImportQueue.open(folder.resolve("imports.sqlite")),
            aroundQueue);
    store = EmbeddedObjectStore.open(folder.resolve("objects"));
    Workers workers = new Workers();
    Parts parts = new Parts(catalog, store, reader, new LeptonicaThumbnails(), queue::forget);
    gallery = new GalleryService(parts, () -> new OnnxFaceIndex(ModelFiles.find()), workers);
    FileImport files =
        new FileImport(gallery, reader, uploader, workers, new FileReader(folder));
    imports = new ImportService(gallery, queue, files, 1);
  }

  public Gallery gallery() {
    return gallery;
  }

  public Importer imports() {
    return imports;
  }

  public ImportQueue queue() {
    return queue;
  }

  public PictureReader reader() {
    return reader;
  }

  @Override
  public void close() {
    imports.close();
    uploader.close();
    gallery.close();
    store.close();
    queue.close();
    catalog.close();
  }
}
