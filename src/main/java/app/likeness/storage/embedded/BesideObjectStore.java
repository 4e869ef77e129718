package app.likeness.storage.embedded;

import app.likeness.model.GalleryException;
import app.likeness.storage.Upload;
import app.likeness.storage.UploadTicket;
import app.likeness.storage.ViewUrl;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;

/// Reads the files of a store that another process may serve at this moment, and never writes.
final class BesideObjectStore extends FileObjectStore {
  private final Path folder;

  BesideObjectStore(Path folder) {
    super(new ObjectFiles(folder));
    this.folder = folder;
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
                          EmbeddedObjectStore.signer(there.bucketUrl(), with, InstantSource.system())
                              .view(key, VIEW_LIFE)));
        });
  }

  @Override
  public UploadTicket.Put put(Upload object, Duration life) {
    throw readOnly();
  }

  @Override
  public UploadTicket.Form form(Upload object, Duration life) {
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
