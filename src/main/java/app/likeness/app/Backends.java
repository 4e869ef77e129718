package app.likeness.app;

import app.likeness.gallery.Workspace;
import java.nio.file.Path;
import java.util.Optional;

/// Chooses a back end; read it, and you know the whole wiring.
public final class Backends {
  private final DataFolder folders = DataFolder.ofThisUser();

  /// The gallery in a folder, or where the operating system keeps applications' data.
  public Workspace workspace(Optional<Path> folder) {
    Path gallery = folder.map(Path::toAbsolutePath).map(Path::normalize).orElse(folders.gallery());
    return new EmbeddedWorkspace(gallery, new Codecs(folders.cache()));
  }
}
