package app.likeness.storage;

/// The one object that an upload ticket is for.
///
/// @param type its media type
/// @param bytes its exact length
/// @param sha256 of its content, 64 hex digits
public record NewObject(String key, String type, long bytes, String sha256) {}
