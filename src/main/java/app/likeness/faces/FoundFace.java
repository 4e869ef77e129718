package app.likeness.faces;

import app.likeness.model.Box;
import app.likeness.model.Embedding;
import app.likeness.model.FaceAttributes;
import org.jspecify.annotations.Nullable;

/// A face that was just found on a picture.
///
/// @param score how sure the detector was, 0..1
/// @param embedding empty where the index keeps its vectors to itself
/// @param attributes `null` where nothing looks for them
public record FoundFace(
    Box box, double score, Embedding embedding, @Nullable FaceAttributes attributes) {}
