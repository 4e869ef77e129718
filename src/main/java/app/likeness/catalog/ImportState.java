package app.likeness.catalog;

/// How far a dropped file has come.
public enum ImportState {
  WAITING,
  UPLOADING,
  FINDING_FACES,
  READY,
  /// The gallery had this content before.
  ALREADY,
  FAILED,
  /// Somebody took it back before it was uploaded.
  CANCELLED;

  /// Nothing more will happen to it by itself.
  public boolean done() {
    return compareTo(READY) >= 0;
  }
}
