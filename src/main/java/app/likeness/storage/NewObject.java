package app.likeness.storage;

/// An object whose content is known, so that its ticket fits no other.
///
/// @param type its media type
/// @param bytes its exact length
/// @param sha256 of its content, 64 hex digits
public record NewObject(String key, String type, long bytes, String sha256)
    implements Upload {}
