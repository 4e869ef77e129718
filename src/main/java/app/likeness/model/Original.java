package app.likeness.model;

import java.time.Instant;

/// The file a photo came from, and where its unchanged bytes lie.
///
/// @param fileName the name it was dropped under, without folders
/// @param sha256 of the content, 64 hex digits
public record Original(
    String fileName,
    String bucket,
    String key,
    PictureType type,
    long bytes,
    String sha256,
    Instant uploadedAt) {}
