package app.likeness.ui.photos;

import app.likeness.catalog.Changes;
import app.likeness.gallery.Photos;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.ui.Background;
import app.likeness.ui.controls.GridItems;
import java.util.Collection;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;

/// All photos by months, how large they are shown, and what can be done with them.
public final class PhotosModel {
  /// Heights of a row in pixels, from the least zoom to the most.
  static final List<Integer> ROWS = List.of(64, 96, 136, PhotoGrid.ROW, 256, 344);

  static final int USUAL = 3;

  private final PhotoVerbs verbs;
  private final GridItems<PhotoId, Photo> items;
  private final IntegerProperty zoom = new SimpleIntegerProperty(this, "zoom", USUAL);

  public PhotosModel(Photos photos, Background background, PhotoVerbs verbs) {
    this.verbs = verbs;
    items = new GridItems<>(new PhotosSource(photos), background);
  }

  // ---- properties

  /// Newest first.
  public GridItems<PhotoId, Photo> items() {
    return items;
  }

  /// How large photos are shown, from 0 to [#most].
  public IntegerProperty zoomProperty() {
    return zoom;
  }

  static int most() {
    return ROWS.size() - 1;
  }

  /// The height of a row at the present zoom, in pixels.
  int rowHeight() {
    return ROWS.get(Math.clamp(zoom.get(), 0, most()));
  }

  // ---- verbs

  public void zoom(int steps) {
    zoom.set(Math.clamp(zoom.get() + (long) steps, 0, most()));
  }

  public void zoomUsual() {
    zoom.set(USUAL);
  }

  /// Deletes photos for good; ask before.
  public void delete(Collection<PhotoId> ids, Runnable then) {
    verbs.delete(
        ids,
        () -> {
          then.run();
          items.reload();
        });
  }

  public void save(Collection<PhotoId> ids) {
    verbs.save(ids);
  }

  /// Reads again what may have changed.
  public void follow(Changes changes) {
    if (changes.all() || !changes.photos().isEmpty()) {
      items.reload();
    }
  }
}
