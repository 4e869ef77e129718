package app.likeness.storage.embedded;

import app.likeness.model.GalleryException;
import app.likeness.storage.NewObject;
import app.likeness.storage.ObjectStore;
import app.likeness.storage.UploadTicket;
import app.likeness.storage.ViewUrl;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads the files of a store that another process may serve at this moment, and never writes.
final class BesideObjectStore implements ObjectStore {
  private final Path folder;
  private final ObjectFiles files;

  BesideObjectStore(Path folder) {
    this.folder = folder;
    this.files = new ObjectFiles(folder);
  }

  @Override
  public String bucket(String key) {
    return ObjectFiles.BUCKET;
  }

  @Override
  public Optional<ViewUrl> view(String key) {
    files.path(key);
    return Failures.told(
        () -> {
          Optional<Endpoint> endpoint = Endpoint.find(folder.resolve(EmbeddedObjectStore.ENDPOINT));
          Optional<AccessKeys> keys = AccessKeys.read(folder.resolve(EmbeddedObjectStore.KEYS));
          return endpoint.flatMap(
              there ->
                  keys.map(
                      with ->
                          EmbeddedObjectStore.signer(there, with, InstantSource.system())
                              .view(key, VIEW_LIFE)));
        });
  }

  @Override
  public Optional<Long> size(String key) {
    return Failures.told(() -> files.size(key));
  }

  @Override
  public void keys(String prefix, Consumer<String> each) {
    Failures.told(() -> files.keys(prefix, each));
  }

  @Override
  public InputStream open(String key) {
    return Failures.told(() -> files.open(key));
  }

  @Override
  public UploadTicket.Put put(NewObject object) {
    throw readOnly();
  }

  @Override
  public UploadTicket.Form form(NewObject object) {
    throw readOnly();
  }

  @Override
  public void sync(String key) {
    throw readOnly();
  }

  @Override
  public void write(String key, String type, byte[] content) {
    throw readOnly();
  }

  @Override
  public void delete(Collection<String> keys) {
    throw readOnly();
  }

  @Override
  public void close() {}

  private static GalleryException readOnly() {
    return new GalleryException.Conflict("This gallery is open for reading only.");
  }
}
