package app.likeness.storage.embedded;

import app.likeness.storage.ObjectStore;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads objects from the files that they are, whoever serves them.
abstract sealed class FileObjectStore implements ObjectStore
    permits EmbeddedObjectStore, BesideObjectStore {
  final ObjectFiles files;

  FileObjectStore(ObjectFiles files) {
    this.files = files;
  }

  @Override
  public final String bucket(String key) {
    return ObjectFiles.BUCKET;
  }

  @Override
  public final Optional<Long> size(String key) {
    return Failures.told(() -> files.size(key));
  }

  @Override
  public final void keys(String prefix, Consumer<String> each) {
    Failures.told(() -> files.keys(prefix, each));
  }

  @Override
  public final InputStream open(String key) {
    return Failures.told(() -> files.open(key));
  }
}
