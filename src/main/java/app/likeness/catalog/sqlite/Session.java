package app.likeness.catalog.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/// One connection with its prepared statements; for one thread at a time.
final class Session implements AutoCloseable {
  private static final int BUSY_MILLIS = 10_000;
  /// How long other writes may wait for readers that hold up a checkpoint.
  private static final int PATIENCE_MILLIS = 100;
  private static final int CACHE_KIB = 16 << 10;
  /// The journal is cut back to this many bytes once it was larger.
  private static final int JOURNAL_LIMIT = 16 << 20;

  private final Failures failures;
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private @Nullable RuntimeException failure;

  private Session(Failures failures, Connection connection) {
    this.failures = failures;
    this.connection = connection;
  }

  /// Connects for reading and writing; makes the file when there is none.
  static Session writing(Path file) {
    Session session = connect(file, new SQLiteConfig());
    try {
      session.script("PRAGMA journal_mode=WAL");
      session.script("PRAGMA synchronous=FULL");
      session.script("PRAGMA secure_delete=ON");
      session.script("PRAGMA foreign_keys=ON");
      session.script("PRAGMA journal_size_limit=" + JOURNAL_LIMIT);
      session.script("PRAGMA cache_size=-" + CACHE_KIB);
      // What is sorted must not reach the disk on the side.
      session.script("PRAGMA temp_store=MEMORY");
      return session;
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /// Connects to a file that is there; cannot write to it.
  static Session reading(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    return connect(file, config);
  }

  private static Session connect(Path file, SQLiteConfig config) {
    Failures failures = new Failures(file);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setGetGeneratedKeys(false); // each insert would leave a query open behind it
    try {
      // The address of a file, since a driver's address may not hold a question mark.
      return new Session(failures, config.createConnection("jdbc:sqlite:" + file.toUri()));
    } catch (SQLException e) {
      throw failures.explain(e);
    }
  }

  /// Reads a row at the cursor.
  interface Row<T extends @Nullable Object> {
    T read(ResultSet row) throws SQLException;
  }

  private interface Call<T extends @Nullable Object> {
    T on(PreparedStatement statement) throws SQLException;
  }

  /// Every row of a query.
  <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) {
    return call(
        sql,
        values,
        statement -> {
          List<T> rows = new ArrayList<>();
          try (ResultSet results = statement.executeQuery()) {
            while (results.next()) {
              rows.add(row.read(results));
            }
          }
          return rows;
        });
  }

  /// The first row of a query.
  <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) {
    List<T> rows = list(sql, row, values);
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
  }

  /// The only number of a query's only row, 0 where it is null.
  long number(String sql, @Nullable Object... values) {
    return first(sql, row -> row.getLong(1), values).orElse(0L);
  }

  boolean exists(String sql, @Nullable Object... values) {
    return number("SELECT EXISTS(" + sql + ")", values) != 0;
  }

  /// Writes; answers how many rows that changed.
  int run(String sql, @Nullable Object... values) {
    return call(sql, values, PreparedStatement::executeUpdate);
  }

  /// Runs statements that take no values and are not worth keeping.
  void script(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private <T extends @Nullable Object> T call(String sql, @Nullable Object[] values, Call<T> call) {
    if (failure != null) {
      throw failure;
    }
    try {
      PreparedStatement statement = prepared.get(sql);
      if (statement == null) {
        statement = connection.prepareStatement(sql);
        prepared.put(sql, statement);
      }
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return call.on(statement);
    } catch (SQLException e) {
      drop(prepared.remove(sql)); // the driver has ended it
      throw failed(e);
    }
  }

  private static void drop(@Nullable Statement statement) {
    try {
      if (statement != null) {
        statement.close();
      }
    } catch (SQLException _) {
      // It tells the failure of its last run once more.
    }
  }

  private RuntimeException failed(SQLException e) {
    failure = failures.explain(e);
    return failure;
  }

  /// Starts a transaction.
  ///
  /// After a statement of it failed it takes no other one, since SQLite may have rolled back what
  /// came before, and the rest alone must not stand.
  ///
  /// @param how DEFERRED to read one state of the file, IMMEDIATE to write
  void begin(String how) {
    failure = null;
    run("BEGIN " + how);
  }

  void commit() {
    run("COMMIT");
  }

  /// Takes everything since [#begin] back; never throws.
  void rollback() {
    quietly("ROLLBACK");
    failure = null;
  }

  /// Takes everything since a savepoint back; never throws.
  void rollbackTo(String savepoint) {
    quietly("ROLLBACK TO " + savepoint);
    quietly("RELEASE " + savepoint);
  }

  private void quietly(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException _) {
      // SQLite has rolled everything back by itself, as it does when the disk is full.
    }
  }

  /// Moves the journal into the file and empties it; false while somebody reads from it.
  boolean checkpoint() {
    script("PRAGMA busy_timeout=" + PATIENCE_MILLIS);
    try {
      return number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
    } finally {
      script("PRAGMA busy_timeout=" + BUSY_MILLIS);
    }
  }

  @Override
  public void close() {
    prepared.values().forEach(Session::drop);
    try {
      connection.close();
    } catch (SQLException e) {
      throw failures.explain(e);
    }
  }
}
