package app.likeness.catalog.sqlite;

import app.likeness.catalog.Cursor;
import app.likeness.catalog.ImportCounts;
import app.likeness.catalog.ImportQueue;
import app.likeness.catalog.ImportRow;
import app.likeness.catalog.ImportState;
import app.likeness.model.Page;
import app.likeness.model.PhotoId;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The import queue in one SQLite file.
public final class SqliteImportQueue implements ImportQueue {
  private static final String COLUMNS = "id, file, state, photoId, faces, reason";
  private static final String DONE = "('READY', 'ALREADY', 'FAILED', 'CANCELLED')";
  private static final String AGAIN =
      "UPDATE imports SET state = 'WAITING', photoId = NULL, faces = 0, reason = NULL WHERE ";

  private static final String PASS_OVER =
      """
      INSERT INTO unsupported (kind, files) VALUES (?, ?)
      ON CONFLICT (kind) DO UPDATE SET files = files + excluded.files""";

  /// Where an earlier import has come to its end.
  private static final String FORGET_PASSED_OVER =
      """
      DELETE FROM unsupported WHERE NOT EXISTS (SELECT 1 FROM roots)
      AND NOT EXISTS (SELECT 1 FROM counts WHERE number > 0 AND state NOT IN %s)""".formatted(DONE);

  private final Sqlite sqlite;

  private SqliteImportQueue(Sqlite sqlite) {
    this.sqlite = sqlite;
  }

  /// Opens the queue for the one process that imports; makes the file when there is none.
  public static SqliteImportQueue open(Path file) {
    return new SqliteImportQueue(Sqlite.open(file, Schema.IMPORTS));
  }

  @Override
  public void drop(Collection<Path> roots) {
    sqlite.write(
        session -> {
          session.run(FORGET_PASSED_OVER);
          for (Path root : roots) {
            session.run(
                "INSERT INTO roots (file) VALUES (?) ON CONFLICT (file) DO NOTHING",
                PathText.of(root));
          }
          return true;
        });
  }

  @Override
  public Optional<Path> nextRoot() {
    return sqlite.read(
        session ->
            session.first(
                "SELECT file FROM roots ORDER BY id LIMIT 1",
                row -> PathText.path(row.getString(1))));
  }

  /// A file whose row is waiting or under way stays as it is; one that is done starts again, in its
  /// old place.
  @Override
  public void add(Collection<Path> files) {
    sqlite.write(
        session -> {
          for (Path file : files) {
            session.run(
                """
                INSERT INTO imports (file, state) VALUES (?, 'WAITING')
                ON CONFLICT (file) DO UPDATE
                SET state = 'WAITING', photoId = NULL, faces = 0, reason = NULL
                WHERE state IN %s""".formatted(DONE),
                PathText.of(file));
          }
          return true;
        });
  }

  @Override
  public void walked(Path root, Map<String, Integer> unsupported) {
    sqlite.write(
        session -> {
          if (session.run("DELETE FROM roots WHERE file = ?", PathText.of(root)) > 0) {
            unsupported.forEach((kind, files) -> session.run(PASS_OVER, kind, files));
          }
          return true;
        });
  }

  @Override
  public Optional<ImportRow> claim() {
    return sqlite.write(
        session ->
            session.first(
                """
                UPDATE imports SET state = 'UPLOADING'
                WHERE id = (SELECT id FROM imports WHERE state = 'WAITING' ORDER BY id LIMIT 1)
                RETURNING %s""".formatted(COLUMNS),
                SqliteImportQueue::row));
  }

  @Override
  public void update(ImportRow row) {
    PhotoId photo = row.photo();
    write(
        "UPDATE imports SET state = ?, photoId = ?, faces = ?, reason = ? WHERE id = ?",
        row.state().name(), photo == null ? null : photo.value(), row.faces(), row.reason(),
        row.id());
  }

  @Override
  public Optional<ImportRow> row(Path file) {
    return sqlite.read(
        session ->
            session.first(
                "SELECT " + COLUMNS + " FROM imports WHERE file = ?",
                SqliteImportQueue::row,
                PathText.of(file)));
  }

  @Override
  public Page<ImportRow> rows(boolean failedOnly, @Nullable String cursor, int limit) {
    long after = cursor == null ? 0 : Cursor.number(Cursor.parts(cursor, 1).getFirst());
    String which = failedOnly ? "state = 'FAILED' AND " : "";
    List<ImportRow> rows =
        sqlite.read(
            session ->
                session.list(
                    "SELECT " + COLUMNS + " FROM imports WHERE " + which
                        + "id > ? ORDER BY id LIMIT ?",
                    SqliteImportQueue::row,
                    after, Cursor.limit(limit) + 1));
    return Cursor.page(rows, limit, row -> Cursor.of(row.id()));
  }

  private static ImportRow row(ResultSet row) throws SQLException {
    String photo = row.getString("photoId");
    return new ImportRow(
        row.getLong("id"),
        PathText.path(row.getString("file")),
        ImportState.valueOf(row.getString("state")),
        photo == null ? null : new PhotoId(photo),
        row.getInt("faces"),
        row.getString("reason"));
  }

  private record Count(String of, int number) {
    static Count read(ResultSet row) throws SQLException {
      return new Count(row.getString(1), row.getInt(2));
    }
  }

  @Override
  public ImportCounts counts() {
    return sqlite.read(
        session -> {
          Map<ImportState, Integer> rows = new EnumMap<>(ImportState.class);
          session
              .list("SELECT state, number FROM counts WHERE number > 0", Count::read)
              .forEach(count -> rows.put(ImportState.valueOf(count.of()), count.number()));
          Map<String, Integer> unsupported = new TreeMap<>();
          session
              .list("SELECT kind, files FROM unsupported", Count::read)
              .forEach(count -> unsupported.put(count.of(), count.number()));
          int roots = (int) session.number("SELECT count(*) FROM roots");
          return new ImportCounts(rows, roots, unsupported);
        });
  }

  @Override
  public void retry(long row) {
    write(AGAIN + "id = ? AND state IN ('FAILED', 'CANCELLED')", row);
  }

  @Override
  public void retryFailed() {
    write(AGAIN + "state = 'FAILED'");
  }

  @Override
  public void cancelWaiting() {
    sqlite.write(
        session -> {
          session.run("UPDATE imports SET state = 'CANCELLED' WHERE state = 'WAITING'");
          return session.run("DELETE FROM roots");
        });
  }

  /// Also forgets what was said of files that are not supported yet.
  @Override
  public void clearDone() {
    sqlite.write(
        session -> {
          session.run("DELETE FROM imports WHERE state IN " + DONE);
          return session.run("DELETE FROM unsupported");
        });
  }

  @Override
  public int recover() {
    return write(
        "UPDATE imports SET state = 'WAITING' WHERE state IN ('UPLOADING', 'FINDING_FACES')");
  }

  @Override
  public void forget(PhotoId photo) {
    sqlite.write(
        session -> {
          sqlite.erasing();
          return session.run(
              "DELETE FROM imports WHERE photoId = ? AND state IN " + DONE, photo.value());
        });
  }

  private int write(String sql, @Nullable Object... values) {
    return sqlite.write(session -> session.run(sql, values));
  }

  @Override
  public void close() {
    sqlite.close();
  }
}
