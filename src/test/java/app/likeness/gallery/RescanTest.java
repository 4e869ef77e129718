package app.likeness.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.catalog.sqlite.SqliteCatalog;
import app.likeness.faces.onnx.ModelFiles;
import app.likeness.faces.onnx.OnnxFaceIndex;
import app.likeness.model.GalleryException;
import app.likeness.model.PhotoId;
import app.likeness.pictures.ContentReader;
import app.likeness.pictures.leptonica.LeptonicaDecoder;
import app.likeness.pictures.leptonica.LeptonicaThumbnails;
import app.likeness.pictures.metadata.ExifReader;
import app.likeness.storage.ObjectStore;
import app.likeness.storage.embedded.EmbeddedObjectStore;
import app.likeness.testing.Around;
import app.likeness.testing.Galleries;
import app.likeness.testing.Samples;
import app.likeness.testing.Wholeness;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A scan that something gets in the way of, after it has written thumbnails of faces.
class RescanTest {
  @TempDir Path temp;
  private Path folder;
  private PhotoId photo;

  @BeforeEach
  void aPhotoWhoseFacesNobodyLookedFor() throws Exception {
    folder = temp.resolve("gallery");
    try (Workspace.Session session = Galleries.open(folder)) {
      session.gallery().people().recognition(false);
      photo = Galleries.bring(session, List.of(Samples.photo(1))).getFirst().photo();
      session.gallery().people().recognition(true);
    }
  }

  @Test
  void aPhotoDeletedMeanwhileLeavesNothing() {
    rescan(
        gallery -> gallery.photos().delete(List.of(photo)),
        gallery -> {
          gallery.people().rescan(_ -> {});
          assertThat(gallery.totals().photos()).isZero();
        });
    Wholeness.check(folder);
  }

  @Test
  void aScanThatFailsLeavesThePhotoAsItWas() {
    rescan(
        _ -> {
          throw new GalleryException.Unavailable("The disk is full.", null);
        },
        gallery ->
            assertThatThrownBy(() -> gallery.people().rescan(_ -> {}))
                .isInstanceOf(GalleryException.Unavailable.class));
    Wholeness.check(folder);
  }

  /// @param between happens once a first face's thumbnail is written
  private void rescan(Consumer<Gallery> between, Consumer<Gallery> scan) {
    try (var catalog = SqliteCatalog.open(folder.resolve("catalog.sqlite"));
        var store = EmbeddedObjectStore.open(folder.resolve("objects"))) {
      Gallery[] opened = new Gallery[1];
      ObjectStore disturbed = disturbed(store, () -> between.accept(opened[0]));
      var reader = new ContentReader(List.of(new LeptonicaDecoder()), new ExifReader());
      var parts = new Parts(catalog, disturbed, reader, new LeptonicaThumbnails(), _ -> {});
      try (var gallery =
          new GalleryService(parts, () -> new OnnxFaceIndex(ModelFiles.own()), new Workers())) {
        opened[0] = gallery;
        scan.accept(gallery);
      }
    }
  }

  private static ObjectStore disturbed(ObjectStore store, Runnable between) {
    return Around.of(
        ObjectStore.class,
        store,
        (method, call) -> {
          Object result = call.go();
          if (method.equals("write")) {
            between.run();
          }
          return result;
        });
  }
}
