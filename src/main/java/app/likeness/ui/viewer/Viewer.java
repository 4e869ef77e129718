package app.likeness.ui.viewer;

import app.likeness.gallery.Gallery;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.pictures.PictureReader;
import app.likeness.ui.Background;
import app.likeness.ui.Navigator;
import app.likeness.ui.controls.PictureGrid;
import app.likeness.ui.controls.Pictures;
import app.likeness.ui.photos.PhotoVerbs;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// Opens photos over the whole window, from whatever grid they are in.
public final class Viewer {
  private final Gallery gallery;
  private final Pictures pictures;
  private final PictureReader reader;
  private final Background background;
  private final PhotoVerbs verbs;
  private final Navigator navigator;
  private final BooleanProperty faces = new SimpleBooleanProperty(this, "faces");
  private final BooleanProperty info = new SimpleBooleanProperty(this, "info");

  /// @param reader decodes originals
  public Viewer(
      Gallery gallery,
      Pictures pictures,
      PictureReader reader,
      Background background,
      PhotoVerbs verbs,
      Navigator navigator) {
    this.gallery = gallery;
    this.pictures = pictures;
    this.reader = reader;
    this.background = background;
    this.verbs = verbs;
    this.navigator = navigator;
  }

  /// Shows the grid's current photo; the grid follows when the user goes on to others.
  ///
  /// @param photo of an item
  public <T> void open(PictureGrid<PhotoId, T> grid, Function<? super T, Photo> photo) {
    navigator.cover(view(new GridSequence<>(grid, photo)));
  }

  ViewerView view(Sequence sequence) {
    return new ViewerView(
        new ViewerModel(sequence, gallery, background, verbs),
        new ViewerPictures(gallery.photos(), pictures, reader, background),
        pictures,
        navigator,
        faces,
        info);
  }
}
