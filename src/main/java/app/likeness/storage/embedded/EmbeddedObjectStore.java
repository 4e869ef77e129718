package app.likeness.storage.embedded;

import app.likeness.files.OwnerOnly;
import app.likeness.model.GalleryException;
import app.likeness.storage.ObjectStore;
import app.likeness.storage.Upload;
import app.likeness.storage.UploadTicket;
import app.likeness.storage.ViewUrl;
import app.likeness.storage.s3.S3Signer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/// Keeps objects as files in a folder of the user's, and serves them on the loopback by S3's rules.
///
/// Reading, writing and deleting go straight to the files; tickets and view URLs over HTTP.
public final class EmbeddedObjectStore extends FileObjectStore {
  static final String KEYS = "keys";
  static final String ENDPOINT = "endpoint";

  private static final String REGION = "us-east-1";

  private final LoopbackServer server;
  private final Path announced;
  private final S3Signer signer;
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

  private EmbeddedObjectStore(Path folder, InstantSource clock, Reach reach) throws IOException {
    super(new ObjectFiles(folder));
    files.prepare();
    AccessKeys keys = AccessKeys.of(folder.resolve(KEYS));
    announced = folder.resolve(ENDPOINT);
    server = new LoopbackServer(folder, files, keys, reach.port(), tell(listeners));
    try {
      Endpoint endpoint = Endpoint.ofThisProcess(server.start());
      endpoint.announce(announced);
      signer = signer(reach.bucketUrl(endpoint), keys, clock);
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static Consumer<String> tell(List<Consumer<String>> listeners) {
    return key -> listeners.forEach(listener -> listener.accept(key));
  }

  /// Opens the store in a folder, new or not, and starts to serve it; takes about a second.
  ///
  /// @throws GalleryException.Conflict while another process serves that folder
  public static EmbeddedObjectStore open(Path folder) {
    return open(folder, InstantSource.system());
  }

  /// @param clock dates what is signed
  public static EmbeddedObjectStore open(Path folder, InstantSource clock) {
    return open(folder, clock, Reach.LOOPBACK);
  }

  /// @param clock dates what is signed
  /// @param reach how clients come here
  public static EmbeddedObjectStore open(Path folder, InstantSource clock, Reach reach) {
    return Failures.told(
        () -> {
          OwnerOnly.closed(folder);
          Optional<Endpoint> other = Endpoint.find(folder.resolve(ENDPOINT));
          if (other.filter(endpoint -> !endpoint.here()).isPresent()) {
            throw new GalleryException.Conflict("Likeness has this gallery open already: " + folder);
          }
          return new EmbeddedObjectStore(folder, clock, reach);
        });
  }

  /// Reads a store beside the process that serves it, if any does; refuses to write.
  public static ObjectStore beside(Path folder) {
    return new BesideObjectStore(folder);
  }

  ObjectFiles files() {
    return files;
  }

  static S3Signer signer(URI bucketUrl, AccessKeys keys, InstantSource clock) {
    AwsCredentialsIdentity identity = AwsCredentialsIdentity.create(keys.id(), keys.secret());
    return new S3Signer(bucketUrl, ObjectFiles.BUCKET, REGION, () -> identity, clock);
  }

  @Override
  public UploadTicket.Put put(Upload object, Duration life) {
    files.expect(object.key());
    return signer.put(object, life);
  }

  @Override
  public UploadTicket.Form form(Upload object, Duration life) {
    files.expect(object.key());
    return signer.form(object, life);
  }

  @Override
  public Optional<ViewUrl> view(String key) {
    files.path(key);
    return Optional.of(signer.view(key, VIEW_LIFE));
  }

  @Override
  public void sync(String key) {
    Failures.told(() -> files.sync(key));
  }

  @Override
  public void write(String key, String type, byte[] content) {
    Failures.told(
        () -> files.store(key, new ByteArrayInputStream(content), content.length, true));
  }

  @Override
  public void onArrival(Consumer<String> listener) {
    listeners.add(listener);
  }

  @Override
  public void delete(Collection<String> keys) {
    Failures.told(
        () -> {
          for (String key : keys) {
            files.delete(key);
          }
        });
  }

  @Override
  public void close() {
    Failures.told(() -> Files.deleteIfExists(announced));
    server.close();
  }
}
