package app.likeness.storage;

/// The one object that a ticket lets in.
public sealed interface Upload permits NewObject, UnseenObject {
  String key();

  /// Its media type, exactly as it must be sent.
  String type();
}
