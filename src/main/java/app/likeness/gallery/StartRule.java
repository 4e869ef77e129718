package app.likeness.gallery;

/// When the people of a batch are to be grouped.
public enum StartRule {
  /// At once, with whatever is ready.
  NOW,
  /// As soon as every photo is ready; one that fails holds it up until it was sent again.
  WHEN_ALL_READY,
  /// As soon as every photo is ready or has failed.
  WHEN_READY_DESPITE_FAILED
}
