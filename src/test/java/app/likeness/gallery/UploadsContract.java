package app.likeness.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.model.GalleryException;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.model.PhotoState;
import app.likeness.model.PictureType;
import app.likeness.storage.UploadTicket;
import app.likeness.storage.Uploader;
import app.likeness.testing.Samples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How photos get into every gallery, wherever it lies.
public abstract class UploadsContract extends OpenGallery {
  private Uploads uploads() {
    return gallery.uploads();
  }

  private static Checksums sums(int number) throws Exception {
    return Checksums.of(Files.readAllBytes(Samples.photo(number)));
  }

  private static PhotoId id(int number) throws Exception {
    return PhotoId.of(sums(number).sha256());
  }

  private static void send(UploadTicket ticket, Path file) throws Exception {
    try (Uploader uploader = new Uploader()) {
      uploader.send(() -> Optional.of(ticket), file, _ -> {});
    }
  }

  /// Announces a sample photo and sends its bytes, or others.
  private PhotoId sent(int number, Path bytes) throws Exception {
    NewPhoto photo =
        new NewPhoto(
            number + ".jpg", PictureType.JPEG, Files.size(bytes),
            Checksums.of(Files.readAllBytes(bytes)).sha256(), LocalDateTime.of(2026, 5, 1, 12, 0));
    uploads().begin(photo);
    PhotoId id = PhotoId.of(photo.sha256());
    assertThat(uploads().start(id)).isInstanceOf(Begun.Send.class);
    send(((Begun.Send) uploads().start(id)).ticket(), bytes);
    return id;
  }

  private Photo settled(PhotoId id) throws Exception {
    Photo photo = gallery.photos().photo(id).orElseThrow();
    while (photo.state() != PhotoState.READY && photo.state() != PhotoState.INVALID) {
      Thread.sleep(30);
      photo = gallery.photos().photo(id).orElseThrow();
    }
    return photo;
  }

  private Batch grouped(String id) throws Exception {
    Batch batch = uploads().batches().find(id);
    while (!batch.grouped()) {
      Thread.sleep(30);
      batch = uploads().batches().find(id);
    }
    return batch;
  }

  @Test
  void contentThatIsHereIsKnownByEitherChecksum() throws Exception {
    assertThat(uploads().has(sums(1).sha1())).isEmpty();
    assertThat(uploads().has(sums(1).sha256())).isEmpty();
    PhotoId id = sent(1, Samples.photo(1));
    assertThat(uploads().has(sums(1).sha256())).isEmpty();

    Photo photo = uploads().finish(id, null);

    assertThat(uploads().has(sums(1).sha1())).contains(photo);
    assertThat(uploads().has(sums(1).sha256().toUpperCase(Locale.ROOT))).contains(photo);
    assertThatThrownBy(() -> uploads().has("abc")).isInstanceOf(GalleryException.Unsupported.class);
    gallery.photos().delete(List.of(id));
    assertThat(uploads().has(sums(1).sha1())).isEmpty();
  }

  @Test
  void eachTransferStartsWithATicketOfItsOwnAndIsSaidToBeDone() throws Exception {
    assertThatThrownBy(() -> uploads().start(new PhotoId("0123456789")))
        .isInstanceOf(GalleryException.NotFound.class);
    PhotoId id = sent(2, Samples.photo(2));

    uploads().done(id);

    assertThat(settled(id).state()).isEqualTo(PhotoState.READY);
    assertThat(uploads().start(id)).isInstanceOf(Begun.Present.class);
  }

  @Test
  void nothingIsDoneThatHasNotArrived() throws Exception {
    NewPhoto photo =
        new NewPhoto(
            "a.jpg", PictureType.JPEG, 5, sums(1).sha256(), LocalDateTime.of(2026, 5, 1, 12, 0));
    uploads().begin(photo);

    assertThatThrownBy(() -> uploads().done(PhotoId.of(photo.sha256())))
        .isInstanceOf(GalleryException.NotFound.class);
  }

  @Test
  void aFileOfUnknownContentIsFoundByItsNameAndItsKey() throws Exception {
    Unseen<UploadTicket.Put> put = uploads().unseen("Ünseen photo.jpg");
    send(put.ticket(), Samples.photo(3));
    Unseen<UploadTicket.Form> form = uploads().unseenForm("form.jpg");
    send(form.ticket(), Samples.photo(4));

    assertThat(uploads().named("Ünseen photo.jpg").map(Photo::id)).contains(id(3));
    assertThat(uploads().named(put.key()).map(Photo::id)).contains(id(3));
    assertThat(uploads().arrived("likeness", form.key()).map(Photo::id)).contains(id(4));
    assertThat(uploads().named("form.jpg").map(Photo::state)).contains(PhotoState.READY);
    assertThat(uploads().named("nobody.jpg")).isEmpty();
  }

  @Test
  void aBatchIsGroupedWhenAllOfItIsReady() throws Exception {
    PhotoId second = id(2);
    PhotoId first = sent(1, Samples.photo(1));
    Batch batch = uploads().batches().open(List.of(first, second), StartRule.WHEN_ALL_READY);
    assertThat(batch.outstanding()).containsExactly(first, second);

    uploads().finish(first, null);
    assertThat(uploads().batches().find(batch.id()).outstanding()).containsExactly(second);
    assertThat(uploads().batches().find(batch.id()).grouped()).isFalse();
    uploads().finish(sent(2, Samples.photo(2)), null);

    assertThat(grouped(batch.id()).ready()).isEqualTo(2);
  }

  @Test
  void aFailedPhotoHoldsABatchUpUnlessItsRuleSaysOtherwise() throws Exception {
    Path broken = Files.createTempFile("broken", ".jpg");
    Files.write(broken, "no picture at all".getBytes(StandardCharsets.UTF_8));
    PhotoId good = sent(1, Samples.photo(1));
    PhotoId bad = sent(2, broken);
    Batch strict = uploads().batches().open(List.of(good, bad), StartRule.WHEN_ALL_READY);
    Batch lenient =
        uploads().batches().open(List.of(good, bad), StartRule.WHEN_READY_DESPITE_FAILED);

    uploads().finish(good, null);
    Photo failed = uploads().finish(bad, null);

    assertThat(failed.state()).isEqualTo(PhotoState.INVALID);
    assertThat(failed.reason()).isNotBlank();
    assertThat(grouped(lenient.id()).failed()).containsExactly(bad);
    assertThat(uploads().batches().find(strict.id()).grouped()).isFalse();
    uploads().batches().rule(strict.id(), StartRule.NOW);
    assertThat(grouped(strict.id()).rule()).isEqualTo(StartRule.NOW);
    Files.delete(broken);
  }

  @Test
  void aBatchThatIsNotThereOrHoldsNothingIsRefused() {
    assertThatThrownBy(() -> uploads().batches().find("nothing"))
        .isInstanceOf(GalleryException.NotFound.class);
    assertThatThrownBy(() -> uploads().batches().open(List.of(), StartRule.NOW))
        .isInstanceOf(GalleryException.Unsupported.class);
  }
}
