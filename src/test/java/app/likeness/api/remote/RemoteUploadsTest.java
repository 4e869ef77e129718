package app.likeness.api.remote;

import app.likeness.gallery.Gallery;
import app.likeness.gallery.UploadsContract;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

class RemoteUploadsTest extends UploadsContract {
  private @Nullable Served served;

  @Override
  protected Gallery over(Gallery local, Path folder) {
    served = new Served(local, folder);
    return served.remote();
  }

  @Override
  protected void close(Gallery tested) {
    tested.close();
    if (served != null) {
      served.close();
    }
  }
}
