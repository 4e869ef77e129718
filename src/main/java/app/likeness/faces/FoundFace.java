package app.likeness.faces;

import app.likeness.model.Box;
import app.likeness.model.Embedding;

/// A face that was just found on a picture.
///
/// @param score how sure the detector was, 0..1
public record FoundFace(Box box, double score, Embedding embedding) {}
