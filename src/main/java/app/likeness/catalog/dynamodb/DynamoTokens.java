package app.likeness.catalog.dynamodb;

import app.likeness.catalog.Token;
import app.likeness.catalog.TokenTable;
import app.likeness.model.Scope;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The tokens in `Decisions`, in a partition of their own, by their hashes.
///
/// Each is one item that is written once, so that no turn at writing is taken: a server that is asked
/// by a token does not wait for whoever writes to the gallery.
public final class DynamoTokens implements TokenTable {
  static final String PARTITION = "tokens";
  /// No unit of work writes here.
  private static final long AS_OF = 0;
  /// The hex digits of a hash that a double holds exactly, as any client of DynamoDB reads a number.
  private static final int DIGITS = 13;
  private static final int HEX = 16;

  private final DynamoDbClient client;
  private final Store store;

  private DynamoTokens(DynamoDbClient client, TableNames names) {
    this.client = client;
    store = new Store(client, names);
  }

  /// Opens the tokens of a gallery whose tables are there.
  public static DynamoTokens open(DynamoAccess access, TableNames names) {
    return new DynamoTokens(access.client(), names);
  }

  @Override
  public void add(Token token) {
    Key key = key(token.sha256());
    store.put(
        Table.DECISIONS,
        Item.empty()
            .text("gallery", PARTITION)
            .number("seq", Long.parseLong(key.sort()))
            .text("id", token.id())
            .text("scope", token.scope().name())
            .text("sha256", token.sha256())
            .text("createdAt", token.createdAt())
            .done(),
        AS_OF);
  }

  @Override
  public Optional<Token> find(String sha256) {
    return store
        .get(key(sha256))
        .map(DynamoTokens::read)
        .filter(token -> token.sha256().equals(sha256));
  }

  @Override
  public List<Token> all() {
    return store
        .query(Query.of(Table.DECISIONS, PARTITION))
        .map(DynamoTokens::read)
        .sorted(Comparator.comparing(Token::createdAt).thenComparing(Token::id))
        .toList();
  }

  @Override
  public boolean remove(String id) {
    Optional<Token> found = all().stream().filter(token -> token.id().equals(id)).findFirst();
    return found.map(token -> store.remove(key(token.sha256()), AS_OF)).orElse(false);
  }

  private static Token read(Item item) {
    return new Token(
        item.text("id", ""),
        Scope.valueOf(item.text("scope", Scope.VIEW.name())),
        item.text("sha256", ""),
        Instant.parse(item.text("createdAt", Instant.EPOCH.toString())));
  }

  private static Key key(String sha256) {
    return Table.DECISIONS.key(PARTITION, Long.parseLong(sha256.substring(0, DIGITS), HEX));
  }

  @Override
  public void close() {
    client.close();
  }
}
