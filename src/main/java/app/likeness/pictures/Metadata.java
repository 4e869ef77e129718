package app.likeness.pictures;

import app.likeness.model.Capture;
import org.jspecify.annotations.Nullable;

/// What a camera wrote into a file beside the picture.
///
/// @param preview where in the file the camera put a small JPEG of the picture
public record Metadata(Capture capture, Orientation orientation, @Nullable Span preview) {
  public static final Metadata NONE = new Metadata(Capture.UNKNOWN, Orientation.NORMAL, null);

  /// A stretch of a file, in bytes.
  public record Span(int offset, int length) {}
}
