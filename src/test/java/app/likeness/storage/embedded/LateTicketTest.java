package app.likeness.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.catalog.ImportRow;
import app.likeness.catalog.ImportState;
import app.likeness.catalog.sqlite.SqliteCatalog;
import app.likeness.catalog.sqlite.SqliteImportQueue;
import app.likeness.faces.onnx.ModelFiles;
import app.likeness.faces.onnx.OnnxFaceIndex;
import app.likeness.gallery.FileImport;
import app.likeness.gallery.FileReader;
import app.likeness.gallery.GalleryService;
import app.likeness.gallery.ImportService;
import app.likeness.gallery.Parts;
import app.likeness.gallery.Workers;
import app.likeness.pictures.ContentReader;
import app.likeness.pictures.leptonica.LeptonicaDecoder;
import app.likeness.pictures.leptonica.LeptonicaThumbnails;
import app.likeness.pictures.metadata.ExifReader;
import app.likeness.storage.Uploader;
import app.likeness.testing.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A ticket that has expired by the time it is spent is minted again on the way through the gallery.
class LateTicketTest {
  @TempDir Path temp;

  @Test
  void anImportWhoseTicketExpiredGetsAnother() throws Exception {
    AtomicInteger signed = new AtomicInteger();
    InstantSource late =
        () -> Instant.now().minus(Duration.ofHours(signed.getAndIncrement() == 0 ? 1 : 0));
    ContentReader reader = new ContentReader(List.of(new LeptonicaDecoder()), new ExifReader());
    Workers workers = new Workers();
    try (var catalog = SqliteCatalog.open(temp.resolve("catalog.sqlite"));
        var queue = SqliteImportQueue.open(temp.resolve("imports.sqlite"));
        var store = EmbeddedObjectStore.open(temp.resolve("objects"), late);
        var uploader = new Uploader();
        var gallery =
            new GalleryService(
                new Parts(catalog, store, reader, new LeptonicaThumbnails(), queue::forget),
                () -> new OnnxFaceIndex(ModelFiles.find()),
                workers);
        var imports =
            new ImportService(
                gallery,
                queue,
                new FileImport(gallery, reader, uploader, workers, new FileReader(temp)),
                1)) {
      imports.add(List.of(Samples.photo(1)));
      imports.await();
      ImportRow row = imports.rows(false, null, 1).items().getFirst();
      assertThat(row.state()).as(row.toString()).isEqualTo(ImportState.READY);
      assertThat(signed).hasValue(2);
    }
  }
}
