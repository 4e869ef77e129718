package app.likeness.catalog.dynamodb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// The tables in DynamoDB as they are; reads of tables are consistent, those of indexes follow.
final class Store implements View {
  /// The unit of work that wrote an item last; an older one must not overwrite it.
  static final String AS_OF = "asOf";

  private static final String NOT_NEWER = "attribute_not_exists(#asOf) OR #asOf <= :asOf";
  /// The most that DynamoDB answers at once.
  private static final int BATCH = 100;

  private final DynamoDbClient client;
  private final TableNames names;

  Store(DynamoDbClient client, TableNames names) {
    this.client = client;
    this.names = names;
  }

  @Override
  public Optional<Item> get(Key key) {
    var response =
        Failures.explained(
            () ->
                client.getItem(
                    get ->
                        get.tableName(names.of(key.table()))
                            .key(key.attributes())
                            .consistentRead(true)));
    return response.hasItem() ? Optional.of(new Item(response.item())) : Optional.empty();
  }

  @Override
  public Map<Key, Item> get(Collection<Key> keys) {
    Map<Key, Item> found = new HashMap<>();
    Map<Table, List<Key>> tables =
        new HashSet<>(keys).stream().collect(Collectors.groupingBy(Key::table));
    tables.forEach(
        (table, all) -> {
          for (int from = 0; from < all.size(); from += BATCH) {
            batch(table, all.subList(from, Math.min(from + BATCH, all.size())))
                .forEach(item -> found.put(table.key(item), item));
          }
        });
    return found;
  }

  private List<Item> batch(Table table, List<Key> keys) {
    List<Item> items = new ArrayList<>();
    Map<String, KeysAndAttributes> open =
        Map.of(
            names.of(table),
            KeysAndAttributes.builder()
                .keys(keys.stream().map(Key::attributes).toList())
                .consistentRead(true)
                .build());
    for (Pause pause = new Pause(); !open.isEmpty(); pause.sleep()) {
      Map<String, KeysAndAttributes> asked = open;
      var response = Failures.explained(() -> client.batchGetItem(get -> get.requestItems(asked)));
      response.responses().values().forEach(rows -> rows.forEach(row -> items.add(new Item(row))));
      open = response.unprocessedKeys();
    }
    return items;
  }

  @Override
  public Stream<Item> query(Query query) {
    return pages(query, start -> client.query(request(query, start)));
  }

  private static Stream<Item> pages(
      Query query, Function<@Nullable Map<String, AttributeValue>, QueryResponse> fetch) {
    return Stream.iterate(
            Optional.of(Failures.explained(() -> fetch.apply(null))),
            Optional::isPresent,
            last -> last.filter(QueryResponse::hasLastEvaluatedKey)
                .map(page -> Failures.explained(() -> fetch.apply(page.lastEvaluatedKey()))))
        .flatMap(page -> page.orElseThrow().items().stream())
        .map(Item::new)
        .filter(item -> query.sort(item) != null);
  }

  private QueryRequest request(Query query, @Nullable Map<String, AttributeValue> start) {
    boolean all = query.after() == null || query.after().isEmpty();
    Map<String, String> attributes = new HashMap<>(Map.of("#p", query.partitionName()));
    Map<String, AttributeValue> values =
        new HashMap<>(Map.of(":p", AttributeValue.fromS(query.partition())));
    if (!all) {
      attributes.put("#s", query.sortName());
      values.put(
          ":s",
          query.number()
              ? AttributeValue.fromN(query.after())
              : AttributeValue.fromS(query.after()));
    }
    return QueryRequest.builder()
        .tableName(names.of(query.table()))
        .indexName(query.index() == null ? null : query.index().id())
        .consistentRead(query.index() == null)
        .keyConditionExpression(
            all ? "#p = :p" : "#p = :p AND #s " + (query.descending() ? "<" : ">") + " :s")
        .expressionAttributeNames(attributes)
        .expressionAttributeValues(values)
        .scanIndexForward(!query.descending())
        .limit(query.page() == 0 ? null : query.page())
        .exclusiveStartKey(start)
        .build();
  }

  /// Writes an item; answers false, and writes nothing, when a later unit of work has written it.
  boolean put(Table table, Item item, long asOf) {
    Item stamped = item.change().number(AS_OF, asOf).done();
    return conditionally(
        () ->
            client.putItem(
                put ->
                    put.tableName(names.of(table))
                        .item(stamped.attributes())
                        .conditionExpression(NOT_NEWER)
                        .expressionAttributeNames(Map.of("#asOf", AS_OF))
                        .expressionAttributeValues(asOf(asOf))));
  }

  /// Removes an item, on the same condition.
  boolean remove(Key key, long asOf) {
    return conditionally(
        () ->
            client.deleteItem(
                delete ->
                    delete
                        .tableName(names.of(key.table()))
                        .key(key.attributes())
                        .conditionExpression(NOT_NEWER)
                        .expressionAttributeNames(Map.of("#asOf", AS_OF))
                        .expressionAttributeValues(asOf(asOf))));
  }

  private static Map<String, AttributeValue> asOf(long asOf) {
    return Map.of(":asOf", AttributeValue.fromN(Long.toString(asOf)));
  }

  /// Changes attributes of an item if a condition holds, and answers the item before; empty when not.
  Optional<Item> update(Key key, UpdateItemRequest.Builder update) {
    try {
      var response =
          Failures.explained(
              () ->
                  client.updateItem(
                      update.tableName(names.of(key.table())).key(key.attributes()).build()));
      return Optional.of(new Item(response.attributes()));
    } catch (ConditionalCheckFailedException _) {
      return Optional.empty();
    }
  }

  private static boolean conditionally(Runnable write) {
    try {
      Failures.explained(
          () -> {
            write.run();
            return true;
          });
      return true;
    } catch (ConditionalCheckFailedException _) {
      return false;
    }
  }
}
