package app.likeness.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.sqlite.SqliteCatalog;
import app.likeness.model.Capture;
import app.likeness.model.FaceId;
import app.likeness.model.Original;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.model.PhotoState;
import app.likeness.model.PictureType;
import app.likeness.storage.ObjectKeys;
import app.likeness.storage.ObjectStore;
import app.likeness.storage.embedded.EmbeddedObjectStore;
import app.likeness.testing.Galleries;
import app.likeness.testing.Samples;
import app.likeness.testing.Wholeness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run that was killed can leave, each state made by hand, and what the next makes of it.
class LeftoversTest {
  @TempDir Path temp;
  private Path folder;
  private byte[] jpeg;
  private Photo photo;

  @BeforeEach
  void names() throws Exception {
    folder = temp.resolve("gallery");
    jpeg = Files.readAllBytes(Samples.photo(1));
    String sha256 = Hashes.sha256(jpeg);
    PhotoId id = PhotoId.of(sha256);
    Original original =
        new Original(
            "beach.jpg",
            "likeness",
            ObjectKeys.original(2026, "beach.jpg", id, PictureType.JPEG),
            PictureType.JPEG,
            jpeg.length,
            sha256,
            Instant.EPOCH);
    photo =
        new Photo(
            id, PhotoState.PENDING, original, 0, 0, LocalDateTime.of(2026, 7, 4, 12, 0), Capture.UNKNOWN, 0, null);
    Galleries.open(folder).close();
  }

  /// A gallery in which some run has brought the photo as far as this.
  private void left(PhotoState state) {
    try (Catalog catalog = SqliteCatalog.open(folder.resolve("catalog.sqlite"));
        ObjectStore store = EmbeddedObjectStore.open(folder.resolve("objects"))) {
      catalog.photos().begin(photo);
      store.write(photo.original().key(), "image/jpeg", jpeg);
      catalog.photos().advance(photo.id(), PhotoState.PENDING, PhotoState.UPLOADED);
      if (state == PhotoState.WORKING) {
        Instant now = Instant.now();
        catalog.photos().lease(photo.id(), "a run that was killed", now, now.plusSeconds(300));
      } else {
        catalog.photos().advance(photo.id(), PhotoState.UPLOADED, state);
      }
      store.write("faces-thumbs/somebody/" + photo.id() + "_face_2.jpg", "image/jpeg", jpeg);
    }
  }

  private void reopen() throws InterruptedException {
    try (Workspace.Session session = Galleries.open(folder)) {
      session.imports().await();
    }
    Wholeness.check(folder);
  }

  private List<Photo> ready() {
    try (Workspace.Opened reading = Galleries.workspace(folder).read()) {
      return reading.gallery().photos().timeline(null, null, 10).items();
    }
  }

  @Test
  void aPhotoBeingWorkedOnIsFinishedThoughItsFileIsGone() throws Exception {
    left(PhotoState.WORKING);
    reopen();
    assertThat(ready()).extracting(Photo::faceCount).containsExactly(3);
  }

  @Test
  void aRescanThatWasKilledLeavesNoThumbnailWithoutAFace() throws Exception {
    try (Workspace.Session session = Galleries.open(folder)) {
      Galleries.bring(session, List.of(Samples.photo(1)));
    }
    try (Catalog catalog = SqliteCatalog.open(folder.resolve("catalog.sqlite"));
        ObjectStore store = EmbeddedObjectStore.open(folder.resolve("objects"))) {
      catalog.setting(Rescan.UNDER_WAY, photo.id().value());
      store.write(ObjectKeys.face(new FaceId(photo.id(), 9), null), "image/jpeg", jpeg);
    }
    reopen();
    assertThat(ready()).extracting(Photo::faceCount).containsExactly(3);
  }

  @Test
  void aPhotoThatWasNeverSentIsTakenBack() throws Exception {
    try (Catalog catalog = SqliteCatalog.open(folder.resolve("catalog.sqlite"))) {
      catalog.photos().begin(photo);
    }
    reopen();
    assertThat(ready()).isEmpty();
  }

  @Test
  void aDeletionIsCompleted() throws Exception {
    left(PhotoState.DELETING);
    reopen();
    assertThat(ready()).isEmpty();
  }
}
