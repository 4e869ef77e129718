package app.likeness.api.remote;

import app.likeness.model.GalleryException;
import app.likeness.storage.Loopback;
import java.net.URI;
import java.util.Locale;

/// Where a gallery's API is, and the token that lets us in.
///
/// @param root like `https://photos.example`, without a slash at its end
public record Account(URI root, String token) {
  /// @throws GalleryException.Unsupported when that is no address of an API, or no token
  /// @throws GalleryException.Denied when the token would cross a network in clear text
  public Account {
    String scheme = String.valueOf(root.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.matches("https?")
        || root.getHost() == null
        || root.getRawUserInfo() != null
        || root.getRawQuery() != null
        || root.getRawFragment() != null) {
      throw new GalleryException.Unsupported(
          "The address of a gallery is like https://photos.example, with nothing else in it.", null);
    }
    if (!Loopback.orTls(root)) {
      throw new GalleryException.Denied(
          "On the way to http://%s others could read your token: use the address that begins with https."
              .formatted(root.getRawAuthority()),
          null);
    }
    if (!token.matches("[!-~]+")) {
      throw new GalleryException.Unsupported(
          "That is no token: it is one word, as \"token create\" prints it.", null);
    }
    root =
        URI.create(
            scheme + "://" + root.getRawAuthority().toLowerCase(Locale.ROOT)
                + root.getRawPath().replaceAll("/+$", ""));
  }

  /// Shows no token.
  @Override
  public String toString() {
    return "Account[" + root + "]";
  }
}
