package app.likeness.testing;

import app.likeness.gallery.Photos;
import app.likeness.gallery.Workspace;
import app.likeness.ui.Background;
import app.likeness.ui.controls.Notices;
import app.likeness.ui.controls.ObjectPictures;
import app.likeness.ui.photos.PhotoVerbs;
import app.likeness.ui.photos.PhotosModel;
import java.nio.file.Path;

/// A copy of a drawn gallery, open, with what a screen on its timeline needs.
public record DrawnTimeline(
    Workspace.Session session,
    Notices notices,
    Background background,
    ObjectPictures pictures,
    PhotoVerbs verbs,
    PhotosModel model)
    implements AutoCloseable {
  private static final int PICTURE_BYTES = 1 << 26;

  /// @param template as [DrawnGallery] has filled it
  public static DrawnTimeline open(Path template, Path folder) {
    DrawnGallery.copy(template, folder);
    Workspace.Session session = Galleries.open(folder);
    Photos photos = session.gallery().photos();
    Notices notices = new Notices();
    Background background = Background.ofJavaFx(notices::failed);
    ObjectPictures pictures = new ObjectPictures(photos, background, PICTURE_BYTES);
    PhotoVerbs verbs = new PhotoVerbs(photos, background, notices, new NoChoosers());
    PhotosModel model = new PhotosModel(photos, background, verbs);
    return new DrawnTimeline(session, notices, background, pictures, verbs, model);
  }

  @Override
  public void close() {
    Fx.run(pictures::close);
    session.close();
  }
}
