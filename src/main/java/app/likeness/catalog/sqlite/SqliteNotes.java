package app.likeness.catalog.sqlite;

import app.likeness.catalog.Cursor;
import app.likeness.catalog.Note;
import app.likeness.catalog.NoteTable;
import app.likeness.model.Page;
import app.likeness.model.PhotoId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The notes in `notes`.
final class SqliteNotes implements NoteTable {
  private static final String SELECT = "SELECT kind, name, value, photoId FROM notes ";

  private final Sqlite sqlite;

  SqliteNotes(Sqlite sqlite) {
    this.sqlite = sqlite;
  }

  @Override
  public void put(Note note) {
    String photo = note.photo() == null ? null : note.photo().value();
    sqlite.write(
        session ->
            session.run(
                """
                INSERT INTO notes (kind, name, value, photoId)
                SELECT ?1, ?2, ?3, ?4
                WHERE ?4 IS NULL OR EXISTS (SELECT 1 FROM photos WHERE photoId = ?4)
                ON CONFLICT (kind, name)
                DO UPDATE SET value = excluded.value, photoId = excluded.photoId""",
                note.kind(), note.name(), note.value(), photo));
  }

  @Override
  public Optional<Note> find(String kind, String name) {
    return sqlite.read(
        session ->
            session.first(SELECT + "WHERE kind = ? AND name = ?", SqliteNotes::read, kind, name));
  }

  @Override
  public boolean remove(String kind, String name) {
    return sqlite.write(
            session ->
                session.run("DELETE FROM notes WHERE kind = ? AND name = ?", kind, name))
        == 1;
  }

  @Override
  public Page<Note> of(String kind, @Nullable String cursor, int limit) {
    String after = cursor == null ? "" : Cursor.parts(cursor, 1).getFirst();
    List<Note> rows =
        sqlite.read(
            session ->
                session.list(
                    SELECT + "WHERE kind = ? AND name > ? ORDER BY name LIMIT ?",
                    SqliteNotes::read,
                    kind, after, Cursor.limit(limit) + 1));
    return Cursor.page(rows, limit, note -> Cursor.of(note.name()));
  }

  private static Note read(ResultSet row) throws SQLException {
    String photo = row.getString("photoId");
    return new Note(
        row.getString("kind"),
        row.getString("name"),
        row.getString("value"),
        photo == null ? null : new PhotoId(photo));
  }
}
