package app.likeness.catalog;

import app.likeness.model.Box;
import app.likeness.model.Embedding;
import app.likeness.model.FaceAttributes;
import app.likeness.model.FaceId;
import org.jspecify.annotations.Nullable;

/// A face to be written: everything but whose it is.
///
/// @param score how sure the detector was, 0..1
/// @param thumbKey the object that shows it alone
/// @param pixels its height in the original, in pixels
/// @param attributes `null` where nobody looked; then those of before stay
public record NewFace(
    FaceId id,
    Box box,
    double score,
    int pixels,
    String thumbKey,
    Embedding embedding,
    @Nullable FaceAttributes attributes) {
  /// A face at which nobody looked any closer.
  public NewFace(
      FaceId id, Box box, double score, int pixels, String thumbKey, Embedding embedding) {
    this(id, box, score, pixels, thumbKey, embedding, null);
  }
}
