package app.likeness.catalog.sqlite;

import app.likeness.catalog.NewFace;
import app.likeness.model.Box;
import app.likeness.model.Face;
import app.likeness.model.FaceAttributes;
import app.likeness.model.FaceId;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.model.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A face as a row of `faces`, with its vector in `vectors`.
final class FaceRow {
  static final String SELECT =
      """
      SELECT f.photoId, f.n, f.boxLeft, f.boxTop, f.boxWidth, f.boxHeight, f.score, f.quality,
        f.pixels, f.thumbKey, f.own, p.shown
      FROM faces f LEFT JOIN persons p ON p.personId = f.own""";

  private FaceRow() {}

  static Optional<Face> find(Session session, FaceId id) {
    return session.first(
        SELECT + " WHERE f.photoId = ? AND f.n = ?", FaceRow::read, id.photo().value(), id.n());
  }

  static List<Face> of(Session session, PhotoId photo) {
    return session.list(SELECT + " WHERE f.photoId = ? ORDER BY f.n", FaceRow::read, photo.value());
  }

  /// The number of its row, which vectors and proposals refer to.
  static Optional<Long> row(Session session, FaceId id) {
    return session.first(
        "SELECT id FROM faces WHERE photoId = ? AND n = ?",
        row -> row.getLong(1),
        id.photo().value(), id.n());
  }

  static Map<FaceId, FaceAttributes> attributes(Session session, PhotoId photo) {
    Map<FaceId, FaceAttributes> attributes = new TreeMap<>();
    session
        .list(
            "SELECT n, attributes FROM faces WHERE photoId = ? AND attributes IS NOT NULL",
            row -> Map.entry(new FaceId(photo, row.getInt(1)), row.getString(2)),
            photo.value())
        .forEach(row -> attributes.put(row.getKey(), FaceAttributes.parse(row.getValue())));
    return attributes;
  }

  /// Takes the faces of a photo from their persons.
  static void release(Session session, PhotoId photo) {
    session.run(
        "UPDATE faces SET own = NULL WHERE photoId = ? AND own IS NOT NULL", photo.value());
  }

  /// Writes exactly these faces of a photo, and those to be kept; whose they are stays as it was.
  static void replace(Session session, Photo photo, List<NewFace> faces, Set<FaceId> kept) {
    Set<FaceId> staying = new HashSet<>(kept);
    faces.forEach(face -> staying.add(face.id()));
    for (Face old : of(session, photo.id())) {
      if (!staying.contains(old.id())) {
        session.run(
            "DELETE FROM faces WHERE photoId = ? AND n = ?", photo.id().value(), old.id().n());
      }
    }
    long sortedAt = Stamps.of(photo.sortedAt());
    session.run(
        "UPDATE faces SET sortedAt = ? WHERE photoId = ? AND sortedAt <> ?",
        sortedAt, photo.id().value(), sortedAt);
    faces.forEach(face -> write(session, photo.id(), sortedAt, face));
  }

  private static void write(Session session, PhotoId photo, long sortedAt, NewFace face) {
    if (!face.id().photo().equals(photo)) {
      throw new IllegalArgumentException(face.id() + " is no face of " + photo);
    }
    Box box = face.box();
    float quality = face.embedding().length();
    FaceAttributes looks = face.attributes();
    session.run(
        """
        INSERT INTO faces (photoId, n, boxLeft, boxTop, boxWidth, boxHeight, score, quality, pixels,
          thumbKey, sortedAt, attributes, ageGroup, smiles)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (photoId, n) DO UPDATE SET boxLeft = excluded.boxLeft,
          boxTop = excluded.boxTop, boxWidth = excluded.boxWidth, boxHeight = excluded.boxHeight,
          score = excluded.score, quality = excluded.quality, pixels = excluded.pixels,
          thumbKey = excluded.thumbKey, attributes = ifnull(excluded.attributes, attributes),
          ageGroup = ifnull(excluded.ageGroup, ageGroup), smiles = ifnull(excluded.smiles, smiles)""",
        photo.value(), face.id().n(), box.left(), box.top(), box.width(), box.height(),
        face.score(), (double) quality, face.pixels(), face.thumbKey(), sortedAt,
        looks == null ? null : looks.toText(), looks == null ? null : looks.ageGroup(),
        looks == null ? null : looks.smiles() ? 1 : 0);
    session.run(
        """
        INSERT INTO vectors (face, model, length, vector) VALUES (?, ?, ?, ?)
        ON CONFLICT (face, model) DO UPDATE SET length = excluded.length, vector = excluded.vector""",
        row(session, face.id()).orElseThrow(), face.embedding().model(), (double) quality,
        face.embedding().toBytes());
  }

  static FaceId id(ResultSet row) throws SQLException {
    return new FaceId(new PhotoId(row.getString("photoId")), row.getInt("n"));
  }

  static Face read(ResultSet row) throws SQLException {
    return new Face(
        id(row),
        new Box(
            row.getDouble("boxLeft"),
            row.getDouble("boxTop"),
            row.getDouble("boxWidth"),
            row.getDouble("boxHeight")),
        row.getDouble("score"),
        row.getDouble("quality"),
        row.getInt("pixels"),
        row.getString("thumbKey"),
        person(row.getString("own")),
        person(row.getString("shown")));
  }

  private static @Nullable PersonId person(@Nullable String id) {
    return id == null ? null : new PersonId(id);
  }
}
