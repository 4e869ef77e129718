package app.likeness.storage;

import java.net.URI;
import java.time.Instant;

/// Leave to read one object for a while; only for drawing, never stored.
public record ViewUrl(URI url, Instant expires) {
  /// Shows no URL: whoever reads a log must not be able to look at the photo.
  @Override
  public String toString() {
    return "ViewUrl[expires=" + expires + "]";
  }
}
