package app.likeness.gallery;

import app.likeness.model.GalleryException;
import app.likeness.model.Photo;
import app.likeness.pictures.Decoded;
import java.io.IOException;
import java.io.InputStream;

/// Reads stored originals back, and makes sure that they are what was announced.
final class Originals {
  /// Least long side to decode to: the detector finds no more in larger ones.
  static final int DECODE = 1600;

  private final Parts parts;
  private final Names names;

  Originals(Parts parts) {
    this.parts = parts;
    names = new Names(parts);
  }

  /// Computes; call it on a core's worker.
  ///
  /// @throws GalleryException.Unsupported when the bytes are others, or cannot be read
  Decoded decode(Photo photo) {
    byte[] data;
    try (InputStream in = parts.store().open(photo.original().key())) {
      data = in.readAllBytes();
    } catch (IOException e) {
      throw new GalleryException.Unavailable("The stored photo could not be read.", e);
    }
    Checksums sums = Checksums.of(data);
    if (!sums.sha256().equals(photo.original().sha256())) {
      throw new GalleryException.Unsupported(
          "The stored bytes are not those of the photo; delete it and add the file again.", null);
    }
    names.sha1(sums.sha1(), photo.id());
    return parts.reader().read(data, DECODE);
  }

  /// The hash of what is stored under a key.
  String sha256(String key) {
    try (InputStream in = parts.store().open(key)) {
      return Hashes.sha256(in);
    } catch (IOException e) {
      throw new GalleryException.Unavailable("The stored photo could not be read.", e);
    }
  }
}
