package app.likeness.catalog.sqlite;

import app.likeness.catalog.Cursor;
import app.likeness.model.Face;
import app.likeness.model.PersonId;
import java.util.Comparator;
import java.util.List;

/// A face's place among a person's faces, the best first.
record Rank(double quality, String photo, int n) {
  static final Comparator<Face> BEST_FIRST =
      Comparator.comparingDouble(Face::quality).reversed().thenComparing(Face::id);
  /// Before the best.
  static final Rank BEST = new Rank(Double.MAX_VALUE, "", 0);

  static Rank at(String cursor) {
    List<String> parts = Cursor.parts(cursor, 3);
    return new Rank(
        Double.longBitsToDouble(Cursor.number(parts.getFirst())),
        parts.get(1),
        (int) Cursor.number(parts.getLast()));
  }

  static String cursor(Face face) {
    return Cursor.of(
        Double.doubleToLongBits(face.quality()), face.id().photo(), face.id().n());
  }

  /// What follows this place among the faces of one person before merges.
  List<Face> next(Session session, PersonId own, int limit) {
    return session.list(
        FaceRow.SELECT
            + """
               WHERE f.own = ? AND f.quality <= ?
                AND (f.quality < ? OR (f.photoId, f.n) > (?, ?))
              ORDER BY f.quality DESC, f.photoId, f.n LIMIT ?""",
        FaceRow::read,
        own.value(), quality, quality, photo, n, limit);
  }
}
