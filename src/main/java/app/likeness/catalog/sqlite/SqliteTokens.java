package app.likeness.catalog.sqlite;

import app.likeness.catalog.Token;
import app.likeness.catalog.TokenTable;
import app.likeness.model.Scope;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The tokens in one SQLite file, beside the catalogue so that they change while a server runs.
public final class SqliteTokens implements TokenTable {
  private static final String SELECT = "SELECT id, scope, sha256, createdAt FROM tokens ";

  private final Sqlite sqlite;

  private SqliteTokens(Sqlite sqlite) {
    this.sqlite = sqlite;
  }

  /// Opens the tokens, beside any number of others; makes the file when there is none.
  public static SqliteTokens open(Path file) {
    return new SqliteTokens(Sqlite.open(file, Schema.TOKENS));
  }

  @Override
  public void add(Token token) {
    sqlite.write(
        session ->
            session.run(
                "INSERT INTO tokens (id, scope, sha256, createdAt) VALUES (?, ?, ?, ?)",
                token.id(), token.scope().name(), token.sha256(), token.createdAt().toString()));
  }

  @Override
  public Optional<Token> find(String sha256) {
    return sqlite.read(
        session -> session.first(SELECT + "WHERE sha256 = ?", SqliteTokens::token, sha256));
  }

  @Override
  public List<Token> all() {
    return sqlite.read(
        session -> session.list(SELECT + "ORDER BY createdAt, id", SqliteTokens::token));
  }

  @Override
  public boolean remove(String id) {
    return sqlite.write(session -> session.run("DELETE FROM tokens WHERE id = ?", id)) == 1;
  }

  private static Token token(ResultSet row) throws SQLException {
    return new Token(
        row.getString(1),
        Scope.valueOf(row.getString(2)),
        row.getString(3),
        Instant.parse(row.getString(4)));
  }

  @Override
  public void close() {
    sqlite.close();
  }
}
