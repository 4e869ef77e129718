package app.likeness.app;

import java.util.Optional;

/// Keeps the token of each server where other users cannot read it.
interface Secrets {
  /// Keeps a token in place of the one before.
  ///
  /// @throws app.likeness.model.GalleryException.Denied when it cannot be kept
  void keep(String server, String token);

  Optional<String> find(String server);
}
