package app.likeness.storage.embedded;

import app.likeness.model.GalleryException;
import app.likeness.storage.Loopback;
import java.net.URI;
import java.util.Optional;

/// How clients come to the objects that are served on the loopback.
///
/// @param port on the loopback, 0 for any free one
/// @param url the address that tickets and view URLs are signed for, when clients come by way of
///     somebody in front; who is in front passes path, query and `Host` on as they are
public record Reach(int port, Optional<URI> url) {
  /// By clients on this machine.
  public static final Reach LOOPBACK = new Reach(0, Optional.empty());

  /// @throws GalleryException.Unsupported when clients could not use that address
  /// @throws GalleryException.Denied when signed URLs would cross a network in clear text
  public Reach {
    url.ifPresent(Reach::check);
  }

  private static void check(URI url) {
    String path = url.getRawPath();
    boolean bare =
        (path == null || path.isEmpty() || path.equals("/"))
            && url.getRawQuery() == null
            && url.getRawFragment() == null
            && url.getRawUserInfo() == null;
    String scheme = String.valueOf(url.getScheme());
    if (!scheme.matches("(?i)https?") || url.getHost() == null || !bare) {
      throw new GalleryException.Unsupported(
          "The objects' address is to be a scheme and a host alone, like https://objects.example.",
          null);
    }
    if (!Loopback.orTls(url)) {
      throw new GalleryException.Denied(
          "On http://%s others could read along: give an objects' address that begins with https."
              .formatted(url.getRawAuthority()),
          null);
    }
  }

  URI bucketUrl(Endpoint endpoint) {
    return url.map(front -> URI.create(
            front.getScheme() + "://" + front.getRawAuthority() + "/" + ObjectFiles.BUCKET))
        .orElseGet(endpoint::bucketUrl);
  }
}
