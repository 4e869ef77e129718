package app.likeness.pictures;

import app.likeness.model.Box;

/// Makes small JPEGs of a decoded picture; safe for use by many threads.
public interface Thumbnails {
  /// Scales down so that the long side is at most `longSide` pixels; never up.
  Picture scale(Picture picture, int longSide);

  /// Cuts out a square around a face, padded so that hair and chin are on it, `side` pixels wide.
  Picture crop(Picture picture, Box face, int side);

  /// Encodes as JPEG of quality 85, without metadata.
  byte[] jpeg(Picture picture);
}
