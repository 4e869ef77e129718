package app.likeness.catalog.sqlite;

import app.likeness.model.FaceId;
import app.likeness.model.Person;
import app.likeness.model.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A person as a row of `persons`.
final class PersonRow {
  static final String SELECT =
      """
      SELECT personId, createdAt, name, hidden, photoCount, faceCount, repFace, repThumbKey, first,
        last
      FROM persons""";

  private PersonRow() {}

  /// Makes a person known; answers false when they were.
  static boolean know(Session session, PersonId person) {
    return session.run(
            """
            INSERT INTO persons (personId, createdAt, shown) VALUES (?1, ?2, ?1)
            ON CONFLICT (personId) DO NOTHING""",
            person.value(), Instant.now().toString())
        == 1;
  }

  /// Those who are shown as a person, themselves included; empty when they are shown as another.
  static List<PersonId> members(Session session, PersonId shown) {
    return session.list(
        "SELECT personId FROM persons WHERE shown = ?",
        row -> new PersonId(row.getString(1)),
        shown.value());
  }

  static Person read(ResultSet row) throws SQLException {
    String cover = row.getString("repFace");
    return new Person(
        new PersonId(row.getString("personId")),
        row.getString("name"),
        row.getInt("hidden") != 0,
        row.getInt("photoCount"),
        row.getInt("faceCount"),
        cover == null ? null : FaceId.parse(cover),
        row.getString("repThumbKey"),
        Instant.parse(row.getString("createdAt")),
        wall(row, "first"),
        wall(row, "last"));
  }

  private static @Nullable LocalDateTime wall(ResultSet row, String column) throws SQLException {
    long micros = row.getLong(column);
    return row.wasNull() ? null : Stamps.wall(micros);
  }
}
