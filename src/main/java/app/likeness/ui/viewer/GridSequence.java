package app.likeness.ui.viewer;

import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.ui.controls.PictureGrid;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import org.jspecify.annotations.Nullable;

/// The photos of a grid, which follows behind the viewer and so keeps the right ones in memory.
///
/// @param photo of an item
record GridSequence<T>(PictureGrid<PhotoId, T> grid, Function<? super T, Photo> photo)
    implements Sequence {
  @Override
  public int size() {
    return grid.items().size();
  }

  @Override
  public int index() {
    return grid.selection().current();
  }

  @Override
  public @Nullable Photo at(int index) {
    T item = grid.items().get(index);
    return item == null ? null : photo.apply(item);
  }

  @Override
  public void go(int index) {
    // What is selected moves along, so that no verb hits a photo that is out of sight.
    if (grid.selection().keys().size() > 1) {
      grid.selection().move(index);
    } else {
      grid.selection().only(index);
    }
    grid.reveal(index);
  }

  @Override
  public void gone(PhotoId gone) {
    grid.selection().remove(List.of(gone));
    grid.items().reload();
  }

  @Override
  public ReadOnlyIntegerProperty versionProperty() {
    return grid.items().versionProperty();
  }
}
