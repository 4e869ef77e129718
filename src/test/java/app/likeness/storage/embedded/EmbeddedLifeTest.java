package app.likeness.storage.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.model.GalleryException;
import app.likeness.storage.NewObject;
import app.likeness.storage.ObjectStore;
import app.likeness.storage.RawHttp;
import app.likeness.storage.Samples;
import app.likeness.storage.Uploader;
import app.likeness.storage.ViewUrl;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// How the embedded store starts, ends, is killed, runs out of room, and is read beside.
class EmbeddedLifeTest {
  private static final String KEY = StoreProcess.KEY;

  @TempDir Path temp;

  @Test
  void objectsOutliveTheProcessThatServesThem() throws Exception {
    try (EmbeddedObjectStore store = EmbeddedObjectStore.open(temp)) {
      store.write(KEY, "image/jpeg", new byte[10]);
    }
    assertThat(temp.resolve("endpoint")).doesNotExist();
    try (EmbeddedObjectStore store = EmbeddedObjectStore.open(temp)) {
      assertThat(store.size(KEY)).contains(10L);
    }
  }

  @Test
  void deletingTheLastObjectRemovesItsFolders() {
    try (EmbeddedObjectStore store = EmbeddedObjectStore.open(temp)) {
      store.write("faces-thumbs/p1/a_face_1.jpg", "image/jpeg", new byte[10]);
      store.write("faces-thumbs/p2/b_face_1.jpg", "image/jpeg", new byte[10]);
      store.delete(List.of("faces-thumbs/p1/a_face_1.jpg"));
      assertThat(temp.resolve("likeness/faces-thumbs")).isDirectoryContaining("glob:**/p2");
      assertThat(temp.resolve("likeness/faces-thumbs/p1")).doesNotExist();
    }
  }

  @Test
  void anInterruptedUploadLeavesNothing() throws Exception {
    Path file = Files.write(temp.resolve("beach.jpg"), Samples.bytes(32 << 20, 1));
    NewObject object = Samples.object(KEY, Files.readAllBytes(file));
    try (EmbeddedObjectStore store = EmbeddedObjectStore.open(temp.resolve("objects"));
        Uploader uploader = new Uploader()) {
      AtomicBoolean interrupted = new AtomicBoolean();
      Uploader.Mint tickets = () -> Optional.of(store.put(object));
      Thread.ofVirtual()
          .start(() -> interrupted.set(interruptedHalfWay(uploader, tickets, file)))
          .join();
      assertThat(interrupted).isTrue();
      while (!isEmpty(temp.resolve("objects/incoming"))) {
        Thread.sleep(5);
      }
      assertThat(store.size(KEY)).isEmpty();
    }
  }

  /// Whether the upload of a file ends by the interrupt that comes when half of it is sent.
  private static boolean interruptedHalfWay(Uploader uploader, Uploader.Mint tickets, Path file) {
    Thread self = Thread.currentThread();
    CountDownLatch ended = new CountDownLatch(1);
    try {
      uploader.send(
          tickets,
          file,
          sent -> {
            if (sent > file.toFile().length() / 2) {
              self.interrupt();
              hold(ended); // or all of it might be out before the interrupt is seen
            }
          });
      return false;
    } catch (InterruptedException _) {
      return true;
    } finally {
      ended.countDown();
    }
  }

  /// Holds a thread until something has happened, or for so long that it never will.
  private static void hold(CountDownLatch until) {
    try {
      assertThat(until.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aKilledProcessLeavesNothingHalfWritten() throws Exception {
    try (StoreProcess other = new StoreProcess(temp)) {
      URI url = URI.create(other.line());
      String checksum = other.line();
      try (Socket line = new Socket(url.getHost(), url.getPort())) {
        sendHalf(line.getOutputStream(), url, checksum);
        while (isEmpty(temp.resolve("incoming"))) {
          Thread.sleep(5);
        }
        other.kill();
      }
    }
    assertThat(isEmpty(temp.resolve("incoming"))).isFalse();
    assertThat(temp.resolve("endpoint")).exists();
    try (ObjectStore beside = EmbeddedObjectStore.beside(temp)) {
      assertThat(beside.view(KEY)).isEmpty();
    }
    try (EmbeddedObjectStore store = EmbeddedObjectStore.open(temp)) {
      assertThat(isEmpty(temp.resolve("incoming"))).isTrue();
      assertThat(store.size(KEY)).isEmpty();
    }
  }

  private static void sendHalf(OutputStream out, URI url, String checksum) throws IOException {
    String head =
        "PUT %s?%s HTTP/1.1\r\nHost: %s\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n"
                .formatted(
                    url.getRawPath(),
                    url.getRawQuery(),
                    url.getAuthority(),
                    StoreProcess.PHOTO.length)
            + "x-amz-checksum-sha256: " + checksum + "\r\nIf-None-Match: *\r\n\r\n";
    out.write(head.getBytes(US_ASCII));
    out.write(StoreProcess.PHOTO, 0, StoreProcess.PHOTO.length / 2);
    out.flush();
  }

  @Test
  void isReadButNotWrittenBesideTheProcessThatServesIt() throws Exception {
    Files.write(temp.resolve("photo.jpg"), StoreProcess.PHOTO);
    Path folder = temp.resolve("objects");
    try (StoreProcess other = new StoreProcess(folder);
        ObjectStore beside = EmbeddedObjectStore.beside(folder)) {
      other.line();
      other.line();
      assertThat(other.line()).isEqualTo("stored");
      try (InputStream in = beside.open(KEY)) {
        assertThat(in.readAllBytes()).isEqualTo(StoreProcess.PHOTO);
      }
      ViewUrl view = beside.view(KEY).orElseThrow();
      assertThat(RawHttp.answer("GET", view.url(), Map.of(), new byte[0]).body())
          .isEqualTo(StoreProcess.PHOTO);
      assertThatThrownBy(() -> beside.write(KEY, "image/jpeg", new byte[1]))
          .isInstanceOf(GalleryException.Conflict.class);
      assertThatThrownBy(() -> EmbeddedObjectStore.open(folder))
          .isInstanceOf(GalleryException.Conflict.class);
    }
  }

  @Test
  void noViewIsMintedWhereNobodyServes() {
    EmbeddedObjectStore.open(temp).close();
    try (ObjectStore beside = EmbeddedObjectStore.beside(temp)) {
      assertThat(beside.view(KEY)).isEmpty();
      assertThat(beside.size(KEY)).isEmpty();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsSaidAndLeavesNothing() throws Exception {
    Files.write(temp.resolve("photo.jpg"), StoreProcess.PHOTO);
    Path folder = temp.resolve("objects");
    try (StoreProcess other =
        new StoreProcess(folder, "bash", "-c", "ulimit -f 4096; exec \"$@\"", "bash")) {
      other.line();
      other.line();
      assertThat(other.line()).contains("photo.jpg", "no room");
      assertThat(other.line()).contains("no room");
    }
    assertThat(isEmpty(folder.resolve("incoming"))).isTrue();
    assertThat(folder.resolve("likeness").resolve(KEY)).doesNotExist();
  }

  @Test
  void nothingIsLoggedThatCouldHoldAUrl() throws Exception {
    AtomicReference<LogRecord> logged = new AtomicReference<>();
    Handler handler = handler(logged);
    Logger.getLogger("").addHandler(handler);
    try (EmbeddedObjectStore store = EmbeddedObjectStore.open(temp)) {
      URI view = store.view(KEY).orElseThrow().url();
      RawHttp.send("GET", view, Map.of(), new byte[0]);
      RawHttp.send("GET", URI.create(view + "0"), Map.of(), new byte[0]);
      RawHttp.send("GET", URI.create(view + "&torrent"), Map.of(), new byte[0]);
    } finally {
      Logger.getLogger("").removeHandler(handler);
    }
    assertThat(logged.get()).isNull();
  }

  private static Handler handler(AtomicReference<LogRecord> last) {
    return new Handler() {
      @Override
      public void publish(LogRecord record) {
        last.set(record);
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return true;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }
}
