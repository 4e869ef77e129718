package app.likeness.storage;

/// An object whose content nobody has read yet: its ticket cannot fix more than key, type and, in a
/// form, how long it may be at most.
///
/// Its transfer is a plain one, with no header but the type. What arrives is hashed before it is
/// believed, and its key is used once, see [ObjectKeys#inbox].
///
/// @param type its media type, such as `image/jpeg`, or literally `image/*`
/// @param longest in bytes; a PUT's signature cannot say it
public record UnseenObject(String key, String type, long longest) implements Upload {}
