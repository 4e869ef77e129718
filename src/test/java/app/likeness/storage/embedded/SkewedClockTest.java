package app.likeness.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.model.GalleryException;
import app.likeness.storage.Backoff;
import app.likeness.storage.NewObject;
import app.likeness.storage.ObjectStore;
import app.likeness.storage.Samples;
import app.likeness.storage.UploadTicket;
import app.likeness.storage.Uploader;
import app.likeness.storage.s3.ServerClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real server refuses what a clock that is an hour wrong has dated; it also tells the time.
class SkewedClockTest {
  private static final String KEY = StoreProcess.KEY;
  private static final Backoff TWICE = new Backoff(2, Duration.ofMillis(2), Duration.ofMillis(2));
  private static final Duration STALL = Duration.ofSeconds(30);

  @TempDir Path temp;
  private final AtomicInteger minted = new AtomicInteger();
  private Path file;
  private NewObject object;

  @BeforeEach
  void file() throws Exception {
    byte[] content = Samples.bytes(1 << 20, 1);
    file = Files.write(temp.resolve("beach.jpg"), content);
    object = Samples.object(KEY, content);
  }

  private static ServerClock ahead(Duration ofServer) {
    return new ServerClock(() -> Instant.now().plus(ofServer));
  }

  private void send(
      ServerClock clock, Consumer<String> dates, Function<ObjectStore, UploadTicket> ticket)
      throws InterruptedException {
    try (ObjectStore store = EmbeddedObjectStore.open(temp.resolve("objects"), clock);
        Uploader uploader = new Uploader(TWICE, STALL, dates)) {
      uploader.send(
          () -> {
            minted.incrementAndGet();
            return Optional.of(ticket.apply(store));
          },
          file,
          _ -> {});
      assertThat(store.size(KEY)).contains(object.bytes());
    }
  }

  @Test
  void aClockThatIsBehindIsSetByTheRefusal() throws Exception {
    ServerClock clock = ahead(Duration.ofHours(-1));
    send(clock, clock::learn, store -> store.put(object));
    assertThat(minted).hasValue(2);
  }

  @Test
  void aFormIsDatedAnewToo() throws Exception {
    ServerClock clock = ahead(Duration.ofHours(-1));
    send(clock, clock::learn, store -> store.form(object));
    assertThat(minted).hasValue(2);
  }

  @Test
  void aClockThatLearnsNothingStaysRefused() {
    ServerClock clock = ahead(Duration.ofHours(-1));
    assertThatThrownBy(() -> send(clock, _ -> {}, store -> store.put(object)))
        .isInstanceOf(GalleryException.Denied.class);
    assertThat(minted).hasValue(2);
  }

  @Test
  void aClockThatGoesRightIsBelievedAtOnce() throws Exception {
    ServerClock clock = ahead(Duration.ZERO);
    send(clock, clock::learn, store -> store.put(object));
    assertThat(minted).hasValue(1);
  }
}
