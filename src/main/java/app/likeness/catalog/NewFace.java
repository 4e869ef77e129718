package app.likeness.catalog;

import app.likeness.model.Box;
import app.likeness.model.Embedding;
import app.likeness.model.FaceId;

/// A face to be written: everything but whose it is.
///
/// @param score how sure the detector was, 0..1
/// @param thumbKey the object that shows it alone
/// @param pixels its height in the original, in pixels
public record NewFace(
    FaceId id, Box box, double score, int pixels, String thumbKey, Embedding embedding) {}
