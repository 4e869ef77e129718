package app.likeness.model;

/// Names a photo: the first 20 hex digits of the SHA-256 of its content.
///
/// Ids of an existing deployment are taken as they are, so only the characters are checked.
public record PhotoId(String value) implements Comparable<PhotoId> {
  private static final int DIGITS = 20;

  public PhotoId {
    if (!value.matches("[0-9A-Za-z.-]{1,64}")) {
      throw new IllegalArgumentException("Not a photo id: " + value);
    }
  }

  /// @param sha256 the content's whole hash, 64 hex digits
  public static PhotoId of(String sha256) {
    return new PhotoId(sha256.substring(0, DIGITS));
  }

  @Override
  public int compareTo(PhotoId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
