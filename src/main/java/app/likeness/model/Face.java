package app.likeness.model;

import org.jspecify.annotations.Nullable;

/// A face found on a photo, and whose it is shown as.
///
/// @param score how sure the detector was, 0..1
/// @param quality the raw length of its vector, or a service's own figure scaled alike; above about
///     3 it is a good face
/// @param pixels its height in the original, in pixels
/// @param thumbKey the object that shows it alone
/// @param own the person it belongs to before merges, `null` while it belongs to nobody
/// @param person the person it is shown as, after merges
public record Face(
    FaceId id,
    Box box,
    double score,
    double quality,
    int pixels,
    String thumbKey,
    @Nullable PersonId own,
    @Nullable PersonId person) {}
