package app.likeness.pictures.leptonica;

import app.likeness.pictures.Picture;
import app.likeness.pictures.Unreadable;

/// How much came of a JPEG at which libjpeg found fault.
final class Damage {
  /// What libjpeg paints where data are missing: middle grey.
  private static final int MISSING = 0xFF808080;

  private static final double TOO_LITTLE = .1;

  private Damage() {}

  /// One sentence on what is missing.
  ///
  /// @throws app.likeness.model.GalleryException.Unsupported where next to nothing came
  static String of(Picture picture) {
    int missing = missingRows(picture);
    if (missing == 0) {
      return "The file is slightly damaged, so parts of the picture may look wrong.";
    }
    if (picture.height() - missing < picture.height() * TOO_LITTLE) {
      throw Unreadable.truncated();
    }
    return "The lower %d %% of the picture are missing; copy it again from where it came."
        .formatted(Math.max(1, 100 * missing / picture.height()));
  }

  private static int missingRows(Picture picture) {
    int[] pixels = picture.pixels();
    int first = pixels.length;
    while (first > 0 && pixels[first - 1] == MISSING) {
      first--;
    }
    return (pixels.length - first) / picture.width();
  }
}
