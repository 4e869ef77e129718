package app.likeness.pictures;

import app.likeness.model.PictureType;

/// Finds what the camera noted; safe for use by many threads.
public interface MetadataReader {
  /// Reads what it can and leaves out the rest; never fails, whatever the bytes are.
  ///
  /// @param data the file, or the beginning of it
  Metadata read(byte[] data, PictureType type);
}
