package app.likeness.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.model.GalleryException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every store must do; each adapter's test extends this.
public abstract class ObjectStoreContract {
  protected static final String KEY = "photos-raw/2026/beach-0123456789abcdef0123.jpg";
  private static final String THUMB = "photos-thumbs/0123456789abcdef0123_256.jpg";

  @TempDir protected Path temp;

  /// The store under test, empty.
  protected abstract ObjectStore store();

  @Test
  void whatIsPutByTicketCanBeRead() throws Exception {
    byte[] content = Samples.bytes(100_000, 1);
    send(store().put(Samples.object(KEY, content)), content);
    store().sync(KEY);
    assertThat(read(KEY)).isEqualTo(content);
    assertThat(store().size(KEY)).contains(100_000L);
  }

  @Test
  void whatIsPostedByFormCanBeRead() throws Exception {
    byte[] content = Samples.bytes(100_000, 2);
    send(store().form(Samples.object(KEY, content)), content);
    assertThat(read(KEY)).isEqualTo(content);
  }

  @Test
  void whatIsWrittenCanBeReadAndReplaced() throws IOException {
    store().write(THUMB, "image/jpeg", Samples.bytes(5_000, 3));
    store().write(THUMB, "image/jpeg", Samples.bytes(6_000, 4));
    assertThat(read(THUMB)).isEqualTo(Samples.bytes(6_000, 4));
  }

  @Test
  void whatIsMissingIsNotFound() {
    assertThat(store().size(KEY)).isEmpty();
    assertThatThrownBy(() -> store().open(KEY).close())
        .isInstanceOf(GalleryException.NotFound.class);
  }

  @Test
  void whatIsDeletedIsGoneAndMayBeDeletedAgain() {
    store().write(THUMB, "image/jpeg", Samples.bytes(10, 5));
    store().write(KEY, "image/jpeg", Samples.bytes(10, 6));
    store().delete(List.of(THUMB, "photos-raw/2026/never-there.jpg"));
    store().delete(List.of(THUMB));
    assertThat(store().size(THUMB)).isEmpty();
    assertThat(store().size(KEY)).contains(10L);
  }

  @Test
  void aViewUrlShowsTheObjectAndItsRanges() throws Exception {
    byte[] content = Samples.bytes(1_000, 7);
    store().write(THUMB, "image/jpeg", content);
    ViewUrl view = store().view(THUMB).orElseThrow();
    HttpResponse<byte[]> whole = get(view, "bytes=0-");
    assertThat(whole.body()).isEqualTo(content);
    assertThat(whole.headers().firstValue("Content-Type")).contains("image/jpeg");
    HttpResponse<byte[]> part = get(view, "bytes=100-199");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(content, 100, 200));
    assertThat(view.expires())
        .isBetween(
            Instant.now().plus(Duration.ofMinutes(50)), Instant.now().plus(Duration.ofHours(1)));
  }

  @Test
  void aKeyThatLeavesTheBucketIsRefused() {
    for (String key :
        List.of("../x.jpg", "a/../x.jpg", "a//b.jpg", "/x.jpg", "./x.jpg", "a/", "", "a\\b")) {
      NewObject object = Samples.object(key, new byte[1]);
      assertThatThrownBy(() -> store().put(object)).isInstanceOf(GalleryException.Unsupported.class);
      assertThatThrownBy(() -> store().form(object)).isInstanceOf(GalleryException.Unsupported.class);
      assertThatThrownBy(() -> store().view(key)).isInstanceOf(GalleryException.Unsupported.class);
      assertThatThrownBy(() -> store().write(key, "image/jpeg", new byte[1]))
          .isInstanceOf(GalleryException.Unsupported.class);
    }
    assertThatThrownBy(() -> store().size("x".repeat(1025)))
        .isInstanceOf(GalleryException.Unsupported.class);
  }

  @Test
  void whatGivesLeaveShowsNoUrl() {
    NewObject object = Samples.object(KEY, new byte[1]);
    assertThat(store().put(object).toString()).doesNotContain("http", "Signature", KEY);
    assertThat(store().form(object).toString()).doesNotContain("http", "ignature", KEY);
    assertThat(store().view(KEY).orElseThrow().toString()).doesNotContain("http", "Signature", KEY);
  }

  protected void send(UploadTicket ticket, byte[] content) throws Exception {
    Path file = Files.write(Files.createTempFile(temp, "photo", ".jpg"), content);
    try (Uploader uploader = new Uploader(new Backoff(1, Duration.ZERO, Duration.ZERO), Duration.ofMinutes(1))) {
      uploader.send(() -> Optional.of(ticket), file, _ -> {});
    }
  }

  protected byte[] read(String key) throws IOException {
    try (InputStream in = store().open(key)) {
      return in.readAllBytes();
    }
  }

  protected static HttpResponse<byte[]> get(ViewUrl view, String range) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(view.url()).header("Range", range).build(),
          BodyHandlers.ofByteArray());
    }
  }
}
