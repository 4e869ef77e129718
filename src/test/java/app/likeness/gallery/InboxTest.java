package app.likeness.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.model.GalleryException;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.model.PhotoState;
import app.likeness.storage.ObjectKeys;
import app.likeness.storage.UploadTicket;
import app.likeness.testing.Galleries;
import app.likeness.testing.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that come by plain HTTP, with nothing known of their content before.
class InboxTest {
  @TempDir Path folder;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final int TRIES = 5;

  private Workspace.Session session;
  private Gallery gallery;

  @BeforeEach
  void open() {
    session = Galleries.open(folder);
    gallery = session.gallery();
  }

  @AfterEach
  void close() {
    session.close();
    client.close();
  }

  /// As any client sends it that was told the URL and the type, and nothing else.
  private int put(URI url, byte[] content, String type) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", type)
            .expectContinue(true) // an early refusal is lost otherwise
            .PUT(BodyPublishers.ofByteArray(content))
            .build();
    for (int tried = 1; ; tried++) {
      try {
        return client.send(request, BodyHandlers.discarding()).statusCode();
      } catch (IOException e) {
        // A server that refuses early may hang up before its answer is read.
        if (tried == TRIES) {
          throw e;
        }
      }
    }
  }

  private String sent(String fileName, byte[] content) throws Exception {
    Unseen<UploadTicket.Put> unseen = gallery.uploads().unseen(fileName);
    assertThat(put(unseen.ticket().url(), content, "image/*")).isEqualTo(200);
    return unseen.key();
  }

  private Photo named(String name) {
    return gallery.uploads().named(name).orElseThrow();
  }

  private static byte[] photo(int number) throws Exception {
    return Files.readAllBytes(Samples.photo(number));
  }

  @Test
  void whatArrivedBecomesThePhotoThatItsContentIs() throws Exception {
    String key = sent("Ada & Ben.v2.JPEG", photo(1));

    Photo photo = named("Ada & Ben.v2.JPEG");

    assertThat(key).matches("photos-raw/inbox/Ada-Ben-v2-[0-9a-f]{8}\\.jpg");
    assertThat(photo.state()).isEqualTo(PhotoState.READY);
    assertThat(photo.faceCount()).isPositive();
    assertThat(photo.id()).isEqualTo(PhotoId.of(Hashes.sha256(photo(1))));
    assertThat(photo.original().fileName()).isEqualTo("Ada & Ben.v2.JPEG");
    assertThat(photo.original().key()).doesNotContain("inbox").endsWith(photo.id() + ".jpg");
    assertThat(named(key)).isEqualTo(photo);
    assertThat(named(photo.original().key())).isEqualTo(photo);
    try (var in = gallery.photos().open(photo.id())) {
      assertThat(in.readAllBytes()).isEqualTo(photo(1));
    }
    assertThat(inbox()).isEmpty();
  }

  private List<Path> inbox() throws Exception {
    Path inbox = folder.resolve("objects/likeness/" + ObjectKeys.INBOX);
    if (!Files.exists(inbox)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(inbox)) {
      return files.toList();
    }
  }

  @Test
  void theGalleryNoticesByItselfWhatArrives() throws Exception {
    String before = gallery.changes(null).next();
    sent("a.jpg", photo(2));

    PhotoId id = PhotoId.of(Hashes.sha256(photo(2)));
    while (gallery.photos().photo(id).map(Photo::state).orElse(PhotoState.PENDING)
        != PhotoState.READY) {
      Thread.sleep(50);
    }
    assertThat(gallery.changes(before).photos()).contains(id);
  }

  @Test
  void whatIsHereAlreadyStaysOnce() throws Exception {
    sent("first.jpg", photo(1));
    Photo first = named("first.jpg");

    sent("second.jpg", photo(1));

    assertThat(named("second.jpg")).isEqualTo(first);
    assertThat(gallery.totals().photos()).isEqualTo(1);
    assertThat(inbox()).isEmpty();
  }

  @Test
  void theNewestOfANameIsMeant() throws Exception {
    sent("same.jpg", photo(1));
    sent("same.jpg", photo(2));

    assertThat(named("same.jpg").id()).isEqualTo(PhotoId.of(Hashes.sha256(photo(2))));
    gallery.photos().delete(List.of(named("same.jpg").id()));
    assertThat(gallery.uploads().named("same.jpg")).isEmpty();
    assertThat(gallery.totals().photos()).isEqualTo(1);
  }

  @Test
  void theTypeIsToldByTheContent() throws Exception {
    Unseen<UploadTicket.Put> unseen = gallery.uploads().unseen("really-a-jpeg.png");
    put(unseen.ticket().url(), photo(3), "image/*");

    assertThat(named(unseen.key()).original().key()).endsWith(".jpg");
  }

  @Test
  void whatIsNoPictureIsRefusedWithAReasonAndLeavesNothing() throws Exception {
    String key = sent("notes.jpg", "my shopping list".getBytes(StandardCharsets.UTF_8));

    for (String name : new String[] {"notes.jpg", key}) {
      assertThatThrownBy(() -> gallery.uploads().named(name))
          .isInstanceOf(GalleryException.Unsupported.class);
    }
    assertThat(inbox()).isEmpty();
    assertThat(gallery.changes(null)).isNotNull();
    assertThat(gallery.totals().photos()).isZero();
  }

  @Test
  void theTicketFitsItsTypeAndKeyAlone() throws Exception {
    URI url = gallery.uploads().unseen("a.jpg").ticket().url();
    URI other = URI.create(url.toString().replaceFirst("/a-", "/b-"));

    assertThat(put(url, photo(1), "text/html")).isEqualTo(403);
    assertThat(put(other, photo(1), "image/*")).isEqualTo(403);
    assertThat(put(url, photo(1), "image/*")).isEqualTo(200);
    assertThat(put(url, photo(1), "image/*")).isIn(403, 412);
  }

  @Test
  void aFormIsPostedWithAnyTypeOfPicture() throws Exception {
    UploadTicket.Form form = gallery.uploads().unseenForm("b.jpg").ticket();
    assertThat(form.fields()).containsEntry("Content-Type", "image/jpeg");

    assertThat(post(form, "text/html")).isEqualTo(403);
    assertThat(post(form, "image/png")).isEqualTo(204);
    assertThat(named("b.jpg").state()).isEqualTo(PhotoState.READY);
  }

  private int post(UploadTicket.Form form, String type) throws Exception {
    var body = new ByteArrayOutputStream();
    form.fields()
        .forEach(
            (name, value) ->
                body.writeBytes(
                    "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(name, name.equals("Content-Type") ? type : value)
                        .getBytes(StandardCharsets.UTF_8)));
    body.writeBytes(
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"b\"\r\n\r\n"
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(photo(4));
    body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(form.url())
            .header("Content-Type", "multipart/form-data; boundary=x")
            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
            .build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  @Test
  void whatArrivedBeforeACrashIsTakenInByTheNextStart() throws Exception {
    session.close();
    Path left = folder.resolve("objects/likeness/photos-raw/inbox/left-12345678.jpg");
    Files.createDirectories(left.getParent());
    Files.copy(Samples.photo(1), left);

    open();

    PhotoId id = PhotoId.of(Hashes.sha256(photo(1)));
    while (Files.exists(left)
        || gallery.photos().photo(id).map(Photo::state).orElse(PhotoState.PENDING)
            != PhotoState.READY) {
      Thread.sleep(50);
    }
    assertThat(named("left-12345678.jpg").id()).isEqualTo(id);
  }

  @Test
  void anEventOfTheStorageMayComeTwiceAndForNothing() throws Exception {
    String key = sent("a.jpg", photo(1));
    Photo photo = gallery.uploads().arrived("likeness", key).orElseThrow();

    assertThat(gallery.uploads().arrived("likeness", key)).contains(photo);
    assertThat(gallery.uploads().arrived("likeness", photo.original().key())).contains(photo);
    assertThat(gallery.uploads().arrived("likeness", "photos-raw/inbox/never-came.jpg")).isEmpty();
    assertThatThrownBy(() -> gallery.uploads().arrived("other", photo.original().key()))
        .isInstanceOf(GalleryException.Unsupported.class);
    assertThatThrownBy(() -> gallery.uploads().arrived("likeness", "faces-thumbs/x.jpg"))
        .isInstanceOf(GalleryException.Unsupported.class);
  }
}
