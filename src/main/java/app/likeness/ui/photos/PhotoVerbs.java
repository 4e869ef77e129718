package app.likeness.ui.photos;

import static app.likeness.ui.Strings.text;

import app.likeness.gallery.Exporter;
import app.likeness.gallery.Photos;
import app.likeness.model.PhotoId;
import app.likeness.ui.Background;
import app.likeness.ui.Choosers;
import app.likeness.ui.controls.Notices;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/// What can be done with photos wherever they are shown.
public final class PhotoVerbs {
  private final Photos photos;
  private final Background background;
  private final Notices notices;
  private final Choosers choosers;

  public PhotoVerbs(Photos photos, Background background, Notices notices, Choosers choosers) {
    this.photos = photos;
    this.background = background;
    this.notices = notices;
    this.choosers = choosers;
  }

  /// Deletes photos for good; ask before.
  ///
  /// @param then runs once they are gone
  public void delete(Collection<PhotoId> ids, Runnable then) {
    List<PhotoId> gone = List.copyOf(ids);
    background
        .run(() -> photos.delete(gone))
        .then(
            _ -> {
              notices.show(text("photos.deleted", gone.size()));
              then.run();
            })
        .start();
  }

  /// Lets the user choose a folder and copies the originals into it.
  public void save(Collection<PhotoId> ids) {
    List<PhotoId> wanted = List.copyOf(ids);
    if (!wanted.isEmpty()) {
      choosers.destination().ifPresent(folder -> save(wanted, folder));
    }
  }

  private void save(List<PhotoId> wanted, Path folder) {
    background
        .job(() -> copy(wanted, folder))
        .then(copied -> notices.show(text("photos.saved", copied, folder)))
        .start();
  }

  private int copy(List<PhotoId> wanted, Path folder) {
    Exporter exporter = new Exporter(photos, folder);
    int copied = 0;
    for (PhotoId id : wanted) {
      var photo = photos.photo(id);
      if (photo.isPresent()) {
        exporter.export(photo.get());
        copied++;
      }
    }
    return copied;
  }
}
