package app.likeness.ui.person;

import static app.likeness.ui.Strings.text;

import app.likeness.model.Face;
import app.likeness.ui.controls.GridCell;
import app.likeness.ui.controls.Pictures;
import app.likeness.ui.controls.RemoteImage;
import org.jspecify.annotations.Nullable;

/// One face, cut out of its photo.
final class FaceCell extends GridCell<Face> {
  static final double SIDE = 112;

  private final RemoteImage picture;

  FaceCell(Pictures pictures) {
    getStyleClass().add("face-cell");
    picture = new RemoteImage(pictures, 0, 12);
    getChildren().add(picture);
  }

  @Override
  protected void update(@Nullable Face next) {
    picture.key(next == null ? null : next.thumbKey());
  }

  @Override
  protected String spoken(Face shown) {
    return text("person.face");
  }
}
