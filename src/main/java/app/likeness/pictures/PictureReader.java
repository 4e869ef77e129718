package app.likeness.pictures;

import app.likeness.model.PictureType;
import java.nio.file.Path;
import java.util.Optional;

/// Turns the bytes of a picture file into pixels; safe for use by many threads.
public interface PictureReader {
  /// Pixels a picture may have; more are refused from the header, before any is decoded.
  long PIXEL_BUDGET = 250_000_000;

  /// Tells the type by content and checks the header; decodes nothing.
  ///
  /// @throws app.likeness.model.GalleryException.Unsupported with a reason fit to be shown
  PictureType check(byte[] data);

  /// Decodes once: upright, sRGB, its long side at least `longSide` where the original has that.
  ///
  /// @throws app.likeness.model.GalleryException.Unsupported with a reason fit to be shown
  Decoded read(byte[] data, int longSide);

  /// The small picture that a camera put into the file, upright, found without decoding the photo.
  Optional<Picture> placeholder(Path file);
}
