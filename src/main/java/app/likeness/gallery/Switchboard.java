package app.likeness.gallery;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Lets a user change on what the gallery lies. All may throw a
/// [app.likeness.model.GalleryException]; call it off the JavaFX thread.
public interface Switchboard {
  /// What a form may begin with.
  ///
  /// @param server its address; the token is not told
  record Known(Optional<CloudSettings> cloud, Optional<URI> server) {}

  Known known();

  /// Looks whether a back end could be opened now, and changes nothing.
  ///
  /// @return what is missing, a sentence each; empty when nothing is
  List<String> test(Backend backend);

  /// Creates what a gallery in the cloud lacks; all that is there stays as it is.
  ///
  /// @return what a store does not take, a sentence each
  List<String> create(CloudSettings settings);

  /// From the next [Workspace#open] on, and at every later start, it is this one.
  void change(Backend backend);
}
