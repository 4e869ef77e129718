package app.likeness.storage.embedded;

import app.likeness.storage.ObjectStore;
import app.likeness.storage.ObjectStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

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

  @Override
  protected ObjectStore store() {
    return store;
  }
}
