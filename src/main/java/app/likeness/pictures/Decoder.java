package app.likeness.pictures;

import app.likeness.model.PictureType;
import java.util.Set;

/// One library that knows some types of picture files; safe for use by many threads.
public interface Decoder {
  Set<PictureType> types();

  /// What the file says of itself; decodes nothing.
  ///
  /// @throws app.likeness.model.GalleryException.Unsupported with a reason fit to be shown
  Header header(byte[] data, PictureType type);

  /// The pixels as the file holds them: opaque, but neither turned nor converted to sRGB.
  ///
  /// @param longSide in pixels; the result has at least that where the original has it
  /// @throws app.likeness.model.GalleryException.Unsupported with a reason fit to be shown
  Frame decode(byte[] data, Header header, int longSide);
}
