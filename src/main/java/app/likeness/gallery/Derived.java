package app.likeness.gallery;

import app.likeness.catalog.NewFace;
import app.likeness.faces.FoundFace;
import app.likeness.model.FaceId;
import java.util.List;
import java.util.SequencedMap;

/// All that is made of a photo's pixels.
///
/// @param thumbs JPEGs by the length of their long side in pixels
/// @param faces strongest first
record Derived(SequencedMap<Integer, byte[]> thumbs, List<Face> faces) {
  /// A face with its thumbnail as JPEG.
  ///
  /// @param pixels its height in the original
  @SuppressWarnings("ArrayRecordComponent") // carried from maker to writer, never compared
  record Face(FoundFace found, byte[] thumb, int pixels) {
    NewFace toNew(FaceId id, String thumbKey) {
      return new NewFace(
          id,
          found.box(),
          found.score(),
          pixels,
          thumbKey,
          found.embedding(),
          found.attributes());
    }
  }
}
