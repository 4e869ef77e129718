package app.likeness.api;

import app.likeness.model.GalleryException;
import app.likeness.storage.Loopback;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where a server listens, and what protects those who talk to it.
///
/// @param port 0 for any free one
/// @param certificate a PKCS #12 file with a certificate and its key, for TLS
/// @param password of that file
/// @param behindProxy somebody in front of us does TLS
public record Binding(
    String host,
    int port,
    @Nullable Path certificate,
    @Nullable String password,
    boolean behindProxy) {

  /// On this machine alone.
  public static Binding loopback(int port) {
    return new Binding("127.0.0.1", port, null, null, false);
  }

  /// @throws GalleryException.Denied when tokens and photos would cross a network in clear text
  public Binding {
    if (certificate == null && !behindProxy && !Loopback.is(host)) {
      throw new GalleryException.Denied(
          ("On %s others could read along: give a certificate with --certificate, or say"
                  + " --behind-proxy if something in front of Likeness does TLS.")
              .formatted(host),
          null);
    }
  }

  /// Whether only this machine can talk to it.
  public boolean isLoopback() {
    return Loopback.is(host);
  }

  /// Shows no password.
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
