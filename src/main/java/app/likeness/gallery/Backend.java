package app.likeness.gallery;

import java.net.URI;

/// On what a gallery lies.
public sealed interface Backend {
  /// A folder of this computer.
  record Embedded() implements Backend {}

  /// The user's own buckets and tables.
  record Cloud(CloudSettings settings) implements Backend {}

  /// A server that speaks for it.
  ///
  /// @param token lets in; empty where it is to be kept as it is
  record Remote(URI root, String token) implements Backend {
    /// Shows no token.
    @Override
    public String toString() {
      return "Remote[" + root + "]";
    }
  }
}
