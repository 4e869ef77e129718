package app.likeness.ui.person;

import app.likeness.model.Photo;
import app.likeness.storage.ObjectKeys;
import app.likeness.ui.controls.GridCell;
import app.likeness.ui.controls.Pictures;
import app.likeness.ui.controls.RemoteImage;
import org.jspecify.annotations.Nullable;

/// One photo.
final class PhotoCell extends GridCell<Photo> {
  private static final int SIZE = 512;

  private final RemoteImage picture;

  PhotoCell(Pictures pictures) {
    getStyleClass().add("photo-cell");
    picture = new RemoteImage(pictures, 0, 4);
    getChildren().add(picture);
  }

  @Override
  protected void update(@Nullable Photo next) {
    picture.key(next == null ? null : ObjectKeys.thumb(next.id(), SIZE));
  }

  @Override
  protected String spoken(Photo shown) {
    return shown.original().fileName();
  }
}
