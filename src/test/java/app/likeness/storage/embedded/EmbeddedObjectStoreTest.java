package app.likeness.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.model.GalleryException;
import app.likeness.storage.NewObject;
import app.likeness.storage.ObjectStore;
import app.likeness.storage.ObjectStoreContract;
import app.likeness.storage.Samples;
import app.likeness.storage.UploadTicket;
import app.likeness.storage.Uploader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedObjectStoreTest extends ObjectStoreContract {
  private EmbeddedObjectStore store;

  @BeforeEach
  void open() {
    store = EmbeddedObjectStore.open(temp.resolve("objects"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aLargeFileThatIsThereAlreadyCountsAsArrived() throws Exception {
    byte[] content = Samples.bytes(16 << 20, 1);
    store.write(KEY, "image/jpeg", content);
    send(store.put(Samples.object(KEY, content)), content);
    assertThat(read(KEY)).isEqualTo(content);
  }

  @Test
  void aFileWithOtherBytesThanWereHashedIsNamed() throws Exception {
    Path file = Files.write(temp.resolve("beach.jpg"), Samples.bytes(1 << 20, 1));
    NewObject hashed = Samples.object(KEY, Samples.bytes(1 << 20, 2));
    try (Uploader uploader = new Uploader()) {
      for (UploadTicket ticket : List.of(store.put(hashed), store.form(hashed))) {
        assertThatThrownBy(() -> uploader.send(() -> Optional.of(ticket), file, _ -> {}))
            .isInstanceOf(GalleryException.Conflict.class)
            .hasMessageContaining("beach.jpg changed");
      }
    }
    assertThat(store.size(KEY)).isEmpty();
  }

  @Test
  void aKeyThatIsTooLongForAFileIsRefused() {
    assertThatThrownBy(() -> store.size("x".repeat(201)))
        .isInstanceOf(GalleryException.Unsupported.class);
  }

  @Override
  protected ObjectStore store() {
    return store;
  }
}
