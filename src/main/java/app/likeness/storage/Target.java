package app.likeness.storage;

/// One of several stores that photos can go to.
///
/// @param name how the user knows it
public record Target(String name, ObjectStore store) {
  /// The bucket of its originals, by which photos name it.
  public String bucket() {
    return store.bucket(ObjectKeys.RAW);
  }
}
