package app.likeness.gallery;

import app.likeness.catalog.Token;
import app.likeness.catalog.TokenTable;
import app.likeness.model.Scope;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Makes, knows and revokes the tokens that let others in over HTTP; only their hashes are kept.
public final class Tokens implements AutoCloseable {
  /// A token is told from other secrets by this, as scanners for leaked ones do.
  public static final String PREFIX = "likeness_";

  private static final int SECRET_BYTES = 32;
  private static final int ID_BYTES = 4;

  private final TokenTable table;
  private final SecureRandom random = new SecureRandom();

  public Tokens(TokenTable table) {
    this.table = table;
  }

  /// A token as it is made, the only time that its secret is known.
  public record Made(Token token, String secret) {
    @Override
    public String toString() {
      return "Made[" + token.id() + "]";
    }
  }

  public Made create(Scope scope) {
    String secret =
        PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SECRET_BYTES));
    String id = HexFormat.of().formatHex(bytes(ID_BYTES));
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Token token = new Token(id, scope, hash(secret), now);
    table.add(token);
    return new Made(token, secret);
  }

  /// The token that a bearer shows, if it is valid now.
  ///
  /// A hash of 256 random bits is looked up, so how long that takes tells nothing about the secret.
  public Optional<Token> check(String secret) {
    return table.find(hash(secret));
  }

  public List<Token> all() {
    return table.all();
  }

  /// @throws app.likeness.model.GalleryException.NotFound when there is none
  public void revoke(String id) {
    if (!table.remove(id)) {
      throw new app.likeness.model.GalleryException.NotFound(
          "There is no token " + id + "; \"token list\" shows them all.");
    }
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String hash(String secret) {
    return Hashes.sha256(secret.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    table.close();
  }
}
