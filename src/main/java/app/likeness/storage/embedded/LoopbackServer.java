package app.likeness.storage.embedded;

import app.likeness.model.GalleryException;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/// S3Proxy on a free port of 127.0.0.1, in front of our files.
final class LoopbackServer implements AutoCloseable {
  private static final int THREADS = 32;
  private static final long STOP_MILLIS = 1000;

  // Its warnings hold the signed URLs of requests. Kept, since a logger that nobody holds is
  // collected and forgets its level.
  private final Logger logger = Logger.getLogger("org.gaul");
  private final int port;
  private final S3Proxy proxy;

  /// @param port 0 for any free one
  /// @param arrived told the key of each object that was stored
  LoopbackServer(
      Path root, ObjectFiles files, AccessKeys keys, int port, Consumer<String> arrived) {
    this.port = port;
    logger.setLevel(Level.OFF);
    proxy =
        S3Proxy.builder()
            .blobStore(
                new SafeBlobStore(new FilesystemNio2BlobStore(root.toString()), files, arrived))
            .endpoint(URI.create("http://127.0.0.1:" + port))
            .awsAuthentication(AuthenticationType.AWS_V4, keys.id(), keys.secret())
            .ignoreUnknownHeaders(true)
            .jettyMaxThreads(THREADS)
            .stopTimeout(STOP_MILLIS)
            .build();
  }

  /// Takes about a second the first time.
  ///
  /// @return the port
  /// @throws GalleryException.Conflict when somebody else listens on the port that was asked for
  int start() throws IOException {
    try {
      proxy.start();
      return proxy.getPort();
    } catch (IOException e) {
      if (taken(e)) {
        throw conflict();
      }
      throw e;
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("The loopback server did not start", e);
    }
  }

  private static boolean taken(IOException e) {
    return e instanceof BindException || e.getCause() instanceof BindException;
  }

  private GalleryException conflict() {
    return new GalleryException.Conflict(
        "Something else listens on port %d of this machine already: choose another for the objects."
            .formatted(port));
  }

  @Override
  public void close() {
    try {
      proxy.stop();
    } catch (Exception _) {
      // Transfers that were still under way are cut off; their senders notice.
    }
  }
}
