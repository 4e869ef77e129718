package app.likeness.catalog;

import java.util.List;
import java.util.Optional;

/// The tokens that are valid now; read anew each time, since another process may revoke one.
public interface TokenTable extends AutoCloseable {
  void add(Token token);

  /// The token with this hash, if it was not revoked.
  Optional<Token> find(String sha256);

  /// All, oldest first; there are few.
  List<Token> all();

  /// Revokes a token; answers whether there was one.
  boolean remove(String id);

  @Override
  void close();
}
