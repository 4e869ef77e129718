package app.likeness.catalog.sqlite;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.Changes;
import app.likeness.catalog.DecisionLog;
import app.likeness.catalog.FaceTable;
import app.likeness.catalog.LookCounts;
import app.likeness.catalog.NoteTable;
import app.likeness.catalog.PersonTable;
import app.likeness.catalog.PhotoTable;
import app.likeness.catalog.Totals;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The catalogue of a gallery in one SQLite file.
///
/// What [PhotoTable#erase] removes is overwritten at once; half a second later it is out of the
/// journal too, and out of every page of the file as [Sweeper] says.
public final class SqliteCatalog implements Catalog {
  private final Sqlite sqlite;
  private final PhotoTable photos;
  private final FaceTable faces;
  private final PersonTable people;
  private final DecisionLog log;
  private final NoteTable notes;

  SqliteCatalog(Sqlite sqlite) {
    this.sqlite = sqlite;
    photos = new SqlitePhotos(sqlite);
    faces = new SqliteFaces(sqlite);
    people = new SqlitePersons(sqlite);
    log = new SqliteLog(sqlite);
    notes = new SqliteNotes(sqlite);
  }

  /// Opens a catalogue for the one process that writes to it; makes the file when there is none, and
  /// brings one of an older version up to date, after a backup into `backups/` beside it.
  ///
  /// @throws app.likeness.model.GalleryException.Unsupported when a newer Likeness wrote it
  public static SqliteCatalog open(Path file) {
    return new SqliteCatalog(Sqlite.open(file, Schema.CATALOG));
  }

  /// Opens a catalogue to look at, perhaps beside a process that writes; every write is refused
  /// with [app.likeness.model.GalleryException.Conflict].
  ///
  /// @throws app.likeness.model.GalleryException.NotFound when there is none
  public static SqliteCatalog read(Path file) {
    return new SqliteCatalog(Sqlite.read(file, Schema.CATALOG));
  }

  @Override
  public PhotoTable photos() {
    return photos;
  }

  @Override
  public FaceTable faces() {
    return faces;
  }

  @Override
  public PersonTable people() {
    return people;
  }

  @Override
  public DecisionLog log() {
    return log;
  }

  @Override
  public NoteTable notes() {
    return notes;
  }

  @Override
  public <T extends @Nullable Object> T serially(Supplier<T> work) {
    return sqlite.write(_ -> work.get());
  }

  @Override
  public Changes changes(@Nullable String cursor) {
    return sqlite.read(session -> Feed.since(session, cursor));
  }

  @Override
  public Totals totals() {
    return sqlite.read(
        session -> {
          int persons =
              (int)
                  session.number(
                      """
                      SELECT count(*) FROM persons INDEXED BY personsByCount
                      WHERE shown = personId AND hidden = 0 AND (photoCount >= 1 OR unnamed = 0)""");
          return session
              .first(
                  "SELECT ifnull(sum(photos), 0), ifnull(sum(faces), 0), ifnull(sum(bytes), 0) FROM months",
                  row -> new Totals(row.getInt(1), row.getInt(2), persons, row.getLong(3)))
              .orElseThrow();
        });
  }

  @Override
  public LookCounts looks() {
    return sqlite.read(
        session -> new LookCounts(looks(session, "age", ""), looks(session, "smile", " DESC")));
  }

  private static List<Integer> looks(Session session, String kind, String order) {
    return session.list(
        "SELECT faces FROM looks WHERE kind = ? ORDER BY value" + order, row -> row.getInt(1), kind);
  }

  @Override
  public Optional<String> setting(String name) {
    return sqlite.read(
        session ->
            session.first(
                "SELECT value FROM settings WHERE name = ?", row -> row.getString(1), name));
  }

  @Override
  public void setting(String name, String value) {
    sqlite.write(
        session ->
            session.run(
                """
                INSERT INTO settings (name, value) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value""",
                name, value));
  }

  @Override
  public void close() {
    sqlite.close();
  }
}
