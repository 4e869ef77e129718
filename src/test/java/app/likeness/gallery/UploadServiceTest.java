package app.likeness.gallery;

import java.nio.file.Path;

class UploadServiceTest extends UploadsContract {
  @Override
  protected Gallery over(Gallery local, Path folder) {
    return local;
  }

  @Override
  protected void close(Gallery tested) {
    // The session closes it.
  }
}
