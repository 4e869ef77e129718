package app.likeness.model;

/// How far a photo has come: `PENDING → UPLOADED → WORKING → READY | INVALID`, and `DELETING`.
public enum PhotoState {
  /// Announced; its bytes are not in the store yet.
  PENDING,
  /// Its bytes are durable; faces and thumbnails are still to be made.
  UPLOADED,
  /// Somebody holds a lease on it and makes them.
  WORKING,
  READY,
  /// It cannot be read; the photo's reason says why.
  INVALID,
  /// Somebody asked for it to go; whoever finds it completes that.
  DELETING
}
