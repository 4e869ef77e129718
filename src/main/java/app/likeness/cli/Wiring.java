package app.likeness.cli;

import app.likeness.api.ApiSettings;
import app.likeness.api.Binding;
import app.likeness.gallery.CloudSettings;
import app.likeness.gallery.Tokens;
import app.likeness.gallery.Workspace;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What verbs need of whoever knows all back ends.
public interface Wiring {
  /// Finds a gallery; opens nothing yet.
  ///
  /// @throws app.likeness.model.GalleryException.Denied when there is no token for it, or one would
  ///     cross a network in clear text
  Workspace workspace(Where where);

  /// The tokens that a gallery on this machine lets others in with; also while it is served.
  ///
  /// @throws app.likeness.model.GalleryException.Unsupported for a gallery elsewhere
  Tokens tokens(Where where);

  /// Opens a gallery on this machine to write to it, and serves its API.
  ///
  /// @throws app.likeness.model.GalleryException.Conflict while another process writes to it, or
  ///     listens there
  /// @throws app.likeness.model.GalleryException.Denied when others could read along
  Served serve(Where where, Serving serving);

  /// What a gallery in the cloud lacks.
  ///
  /// @param settings where it shall lie; without, what was set before
  /// @param origins web pages that may send and show photos
  /// @throws app.likeness.model.GalleryException.NotFound when neither tells
  CloudSetup setUp(Where.Cloud where, Optional<CloudSettings> settings, List<String> origins);

  /// Creates what a gallery in the cloud lacks; all that is there stays as it is.
  interface CloudSetup extends AutoCloseable {
    /// What [#apply] would do now, a sentence each; empty when nothing is missing.
    ///
    /// @throws app.likeness.model.GalleryException.Denied when the sign-in may not look
    List<String> plan();

    /// @param done told each sentence once it is true
    /// @return what a store does not take, a sentence each
    List<String> apply(Consumer<String> done);

    @Override
    void close();
  }

  /// How a gallery is to be served.
  ///
  /// @param objectsUrl where clients reach the objects, when not on this machine
  /// @param objectsPort where they are on the loopback, 0 for any free one
  /// @param cloudinary hand the files of forms to Cloudinary instead of the gallery
  record Serving(
      Binding binding,
      ApiSettings settings,
      Optional<URI> objectsUrl,
      int objectsPort,
      boolean cloudinary) {}

  /// A gallery that is served until it is closed.
  interface Served extends AutoCloseable {
    URI url();

    @Override
    void close();
  }
}
