package app.likeness.ui.photos;

import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.ui.controls.GridSource;

/// Photos for a grid, each in its own shape.
public interface PhotoSource extends GridSource<PhotoId, Photo> {
  @Override
  default PhotoId key(Photo item) {
    return item.id();
  }

  @Override
  default double aspect(Photo item) {
    return PhotoGrid.aspect(item);
  }
}
