package app.likeness.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.likeness.storage.NewObject;
import app.likeness.storage.RawHttp;
import app.likeness.storage.Samples;
import app.likeness.storage.UploadTicket;
import app.likeness.testing.Wholeness;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bytes that a cancelled upload has left on their way never become an object.
class LateStoreTest {
  private static final String KEY = StoreProcess.KEY;
  private static final byte[] CONTENT = Samples.bytes(1 << 20, 1);

  @TempDir Path temp;

  /// Gives its first bytes, then waits to be let go.
  private static final class Held extends FilterInputStream {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);
    private boolean first = true;

    Held() {
      super(new ByteArrayInputStream(CONTENT));
    }

    @Override
    public int read(byte[] to, int offset, int most) throws IOException {
      if (!first) {
        begun.countDown();
        try {
          letGo.await();
        } catch (InterruptedException _) {
          throw new InterruptedIOException();
        }
      }
      first = false;
      return super.read(to, offset, most);
    }
  }

  @Test
  void aDeleteInTheMiddleOfAStoreLeavesNothing() throws Exception {
    try (EmbeddedObjectStore store = EmbeddedObjectStore.open(temp)) {
      ObjectFiles files = store.files();
      store.put(Samples.object(KEY, CONTENT));
      Held held = new Held();
      AtomicReference<Throwable> end = new AtomicReference<>();
      Thread server = Thread.ofPlatform().start(() -> end.set(catchThrowable(() -> put(files, held))));
      held.begun.await();
      store.delete(List.of(KEY));
      held.letGo.countDown();
      server.join();
      assertThat(end.get()).isInstanceOf(IOException.class);
      assertThat(store.size(KEY)).isEmpty();
    }
    assertThat(Wholeness.files(temp)).containsExactly("keys");
  }

  private static void put(ObjectFiles files, InputStream content) throws IOException {
    files.store(KEY, content, CONTENT.length, false);
  }

  @Test
  void aStoreThatBeginsAfterTheDeleteIsRefusedUntilThereIsANewTicket() throws Exception {
    NewObject object = Samples.object(KEY, CONTENT);
    try (EmbeddedObjectStore store = EmbeddedObjectStore.open(temp)) {
      UploadTicket.Put put = store.put(object);
      UploadTicket.Form form = store.form(object);
      store.delete(List.of(KEY));
      assertThat(RawHttp.send("PUT", put.url(), put.headers(), CONTENT)).isEqualTo(403);
      assertThat(RawHttp.post(form.url(), form.fields(), CONTENT)).isEqualTo(403);
      assertThat(store.size(KEY)).isEmpty();

      UploadTicket.Put again = store.put(object);
      assertThat(RawHttp.send("PUT", again.url(), again.headers(), CONTENT)).isEqualTo(200);
      assertThat(store.size(KEY)).contains((long) CONTENT.length);
    }
  }
}
