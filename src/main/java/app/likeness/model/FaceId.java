package app.likeness.model;

import java.util.Comparator;

/// Names a face: its photo and a number from 1 that is given once and never used again.
public record FaceId(PhotoId photo, int n) implements Comparable<FaceId> {
  private static final String INFIX = "_face_";
  private static final Comparator<FaceId> ORDER =
      Comparator.comparing(FaceId::photo).thenComparingInt(FaceId::n);

  public FaceId {
    if (n < 1) {
      throw new IllegalArgumentException("Faces are numbered from 1, not " + n);
    }
  }

  /// Reads the form that [#toString] writes, `<photoId>_face_<n>`.
  public static FaceId parse(String text) {
    int at = text.lastIndexOf(INFIX);
    if (at < 1) {
      throw new IllegalArgumentException("Not a face id: " + text);
    }
    String n = text.substring(at + INFIX.length());
    if (!n.matches("[1-9][0-9]{0,8}")) {
      throw new IllegalArgumentException("Not a face id: " + text);
    }
    return new FaceId(new PhotoId(text.substring(0, at)), Integer.parseInt(n));
  }

  @Override
  public int compareTo(FaceId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return photo + INFIX + n;
  }
}
