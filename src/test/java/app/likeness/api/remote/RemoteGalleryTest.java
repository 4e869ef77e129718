package app.likeness.api.remote;

import app.likeness.gallery.Gallery;
import app.likeness.gallery.GalleryContract;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

class RemoteGalleryTest extends GalleryContract {
  private @Nullable Served served;

  @Override
  protected Gallery over(Gallery local, Path folder) {
    served = new Served(local, folder);
    return served.remote();
  }

  /// What the tested gallery is let in with.
  final String token() {
    return served == null ? "none" : served.token();
  }

  @Override
  protected void close(Gallery tested) {
    tested.close();
    if (served != null) {
      served.close();
    }
  }
}
