package app.likeness.catalog.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.Tag;

/// Makes a gallery's tables and indexes as [Table] and [Index] say, and says first what it would do.
///
/// What is there already is left as it is; an existing deployment's rows are only added to.
public final class DynamoTables implements AutoCloseable {
  private static final Tag TAG = Tag.builder().key("app").value("likeness").build();

  private final DynamoDbClient client;
  private final TableNames names;
  private final Upkeep upkeep;
  private final Adoption adoption;

  private record Step(String sentence, Runnable action) {}

  DynamoTables(DynamoDbClient client, TableNames names, Lease lease) {
    this.client = client;
    this.names = names;
    upkeep = new Upkeep(client, names);
    adoption = new Adoption(client, names, new Store(client, names), lease);
  }

  public static DynamoTables at(DynamoAccess access, TableNames names) {
    DynamoDbClient client = access.client();
    return new DynamoTables(client, names, Writer.lease(new Store(client, names)));
  }

  /// What [#create] would do, a sentence each; empty when all is there.
  public List<String> plan() {
    return steps().stream().map(Step::sentence).toList();
  }

  /// Makes what is missing; may be called again after it was interrupted.
  ///
  /// @throws app.likeness.model.GalleryException.Denied when these credentials may not
  public void create() {
    steps().forEach(step -> step.action().run());
  }

  private List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    List<Step> afterwards = new ArrayList<>();
    boolean whole = true;
    for (Table table : Table.values()) {
      Optional<TableDescription> there = describe(table);
      whole &= there.isPresent();
      if (there.isEmpty()) {
        steps.add(
            new Step(
                "Make the table " + names.of(table) + ", billed by request" + indexes(table) + ".",
                () -> make(table)));
      } else {
        missing(table, there.get()).forEach(index -> steps.add(add(index)));
      }
      upkeep
          .backups(table, there.isPresent())
          .ifPresent(sentence -> afterwards.add(new Step(sentence, () -> upkeep.back(table))));
    }
    upkeep
        .expiry(describe(Table.DECISIONS).isPresent())
        .ifPresent(sentence -> afterwards.add(new Step(sentence, upkeep::expire)));
    steps.addAll(afterwards);
    boolean takeOver = describe(Table.PHOTOS).isPresent();
    adoption
        .plan(takeOver, whole)
        .ifPresent(sentence -> steps.add(new Step(sentence, adoption::run)));
    return steps;
  }

  private static String indexes(Table table) {
    String ids = table.indexes().stream().map(Index::id).collect(Collectors.joining(", "));
    return ids.isEmpty() ? "" : ", with the indexes " + ids;
  }

  private Optional<TableDescription> describe(Table table) {
    return Failures.explained(
        () -> {
          try {
            return Optional.of(
                client.describeTable(describe -> describe.tableName(names.of(table))).table());
          } catch (ResourceNotFoundException _) {
            return Optional.<TableDescription>empty();
          }
        });
  }

  private static List<Index> missing(Table table, TableDescription there) {
    Set<String> known =
        there.globalSecondaryIndexes().stream()
            .map(GlobalSecondaryIndexDescription::indexName)
            .collect(Collectors.toSet());
    return table.indexes().stream().filter(index -> !known.contains(index.id())).toList();
  }

  private void make(Table table) {
    List<GlobalSecondaryIndex> indexes =
        table.indexes().stream()
            .map(
                index ->
                    GlobalSecondaryIndex.builder()
                        .indexName(index.id())
                        .keySchema(keys(index.partition(), index.sort()))
                        .projection(everything())
                        .build())
            .toList();
    String sort = table.sort();
    Failures.explained(
        () ->
            client.createTable(
                create ->
                    create
                        .tableName(names.of(table))
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .keySchema(
                            sort == null ? keys(table.partition()) : keys(table.partition(), sort))
                        .attributeDefinitions(definitions(table))
                        .globalSecondaryIndexes(indexes.isEmpty() ? null : indexes)
                        .tags(TAG)));
    until(table);
  }

  private Step add(Index index) {
    return new Step(
        "Add the index " + index.id() + " to the table " + names.of(index.table()) + ".",
        () -> {
          Failures.explained(
              () ->
                  client.updateTable(
                      update ->
                          update
                              .tableName(names.of(index.table()))
                              .attributeDefinitions(definitions(index.table()))
                              .globalSecondaryIndexUpdates(action(index))));
          until(index.table());
        });
  }

  private static GlobalSecondaryIndexUpdate action(Index index) {
    return GlobalSecondaryIndexUpdate.builder()
        .create(
            create ->
                create
                    .indexName(index.id())
                    .keySchema(keys(index.partition(), index.sort()))
                    .projection(everything()))
        .build();
  }

  private static Projection everything() {
    return Projection.builder().projectionType(ProjectionType.ALL).build();
  }

  /// Waits until a table and its indexes can be used; an index over many rows takes its time.
  private void until(Table table) {
    for (Pause pause = new Pause(); !active(describe(table)); pause.sleep()) {
      // DynamoDB is at work.
    }
  }

  private static boolean active(Optional<TableDescription> table) {
    return table
        .filter(found -> found.tableStatus() == TableStatus.ACTIVE)
        .map(TableDescription::globalSecondaryIndexes)
        .filter(
            indexes ->
                indexes.stream().allMatch(index -> index.indexStatus() == IndexStatus.ACTIVE))
        .isPresent();
  }

  private static List<KeySchemaElement> keys(String... names) {
    List<KeySchemaElement> keys = new ArrayList<>();
    for (String name : names) {
      KeyType type = keys.isEmpty() ? KeyType.HASH : KeyType.RANGE;
      keys.add(KeySchemaElement.builder().attributeName(name).keyType(type).build());
    }
    return keys;
  }

  /// Only what is a key of the table or of an index is declared.
  private static List<AttributeDefinition> definitions(Table table) {
    Map<String, ScalarAttributeType> types = new TreeMap<>();
    types.put(table.partition(), ScalarAttributeType.S);
    String sort = table.sort();
    if (sort != null) {
      types.put(sort, table.number() ? ScalarAttributeType.N : ScalarAttributeType.S);
    }
    for (Index index : table.indexes()) {
      types.put(index.partition(), ScalarAttributeType.S);
      types.put(index.sort(), ScalarAttributeType.S);
    }
    return types.entrySet().stream()
        .map(
            entry ->
                AttributeDefinition.builder()
                    .attributeName(entry.getKey())
                    .attributeType(entry.getValue())
                    .build())
        .toList();
  }

  @Override
  public void close() {
    adoption.close();
    client.close();
  }
}
