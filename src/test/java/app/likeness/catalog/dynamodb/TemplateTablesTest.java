package app.likeness.catalog.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.testing.Template;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import tools.jackson.databind.JsonNode;

/// The tables of the template are those that [DynamoTables] makes.
@ExtendWith(Dynalite.Running.class)
class TemplateTablesTest {
  private final Template template = Template.read();
  private final Map<String, JsonNode> tables = template.all("AWS::DynamoDB::Table");

  private JsonNode table(Table table) {
    String name = TableNames.prefixed("${Name}-").of(table);
    return tables.values().stream()
        .filter(each -> each.get("TableName").asString().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no " + name));
  }

  private static List<String> keys(JsonNode schema) {
    return schema
        .valueStream()
        .map(key -> key.get("AttributeName").asString() + " " + key.get("KeyType").asString())
        .toList();
  }

  private static List<String> keys(List<KeySchemaElement> schema) {
    return schema.stream().map(key -> key.attributeName() + " " + key.keyTypeAsString()).toList();
  }

  @Test
  void keysAndIndexesAreThoseThatTheCodeMakes(Dynalite dynalite) {
    TableNames names = Dynalite.fresh();
    dynalite.create(names);

    assertThat(tables).hasSize(Table.values().length);
    try (var client = dynalite.access().client()) {
      for (Table each : Table.values()) {
        TableDescription made =
            client.describeTable(describe -> describe.tableName(names.of(each))).table();
        JsonNode written = table(each);
        assertThat(keys(written.get("KeySchema"))).as("%s", each).isEqualTo(keys(made.keySchema()));
        assertThat(attributes(written)).as("%s", each).isEqualTo(attributes(made));
        assertThat(indexes(written)).as("%s", each).isEqualTo(indexes(made));
      }
    }
  }

  private static Map<String, String> attributes(JsonNode table) {
    Map<String, String> types = new TreeMap<>();
    for (JsonNode each : table.get("AttributeDefinitions")) {
      types.put(each.get("AttributeName").asString(), each.get("AttributeType").asString());
    }
    return types;
  }

  private static Map<String, String> attributes(TableDescription table) {
    Map<String, String> types = new TreeMap<>();
    table
        .attributeDefinitions()
        .forEach(each -> types.put(each.attributeName(), each.attributeTypeAsString()));
    return types;
  }

  private static Map<String, List<String>> indexes(JsonNode table) {
    Map<String, List<String>> indexes = new HashMap<>();
    for (JsonNode each : table.path("GlobalSecondaryIndexes")) {
      assertThat(each.at("/Projection/ProjectionType").asString()).isEqualTo("ALL");
      indexes.put(each.get("IndexName").asString(), keys(each.get("KeySchema")));
    }
    return indexes;
  }

  private static Map<String, List<String>> indexes(TableDescription table) {
    Map<String, List<String>> indexes = new HashMap<>();
    table
        .globalSecondaryIndexes()
        .forEach(each -> indexes.put(each.indexName(), keys(each.keySchema())));
    return indexes;
  }

  @Test
  void allAreBilledByRequestAndBackedUpAndTheirChangesExpire() {
    for (Table each : Table.values()) {
      JsonNode written = table(each);
      assertThat(written.get("BillingMode").asString()).isEqualTo("PAY_PER_REQUEST");
      assertThat(
              written
                  .at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                  .asBoolean())
          .isTrue();
      assertThat(written.at("/TimeToLiveSpecification/AttributeName").asString(""))
          .isEqualTo(each == Table.DECISIONS ? Feed.EXPIRES : "");
    }
  }

  @Test
  void queriesAreAllowedOnTheTablesThatHaveIndexes() {
    Set<String> resources = new HashSet<>();
    Set<String> indexed = new HashSet<>();
    tables.forEach(
        (id, written) -> {
          resources.add(id + ".Arn");
          if (written.has("GlobalSecondaryIndexes")) {
            indexed.add("${" + id + ".Arn}/index/*");
          }
        });
    for (String role : List.of("ApiRole", "RecognitionRole")) {
      Map<String, Set<String>> allowed = new HashMap<>();
      for (Template.Permission each : template.permissions(role)) {
        if (each.allowed() && each.action().startsWith("dynamodb:")) {
          allowed.computeIfAbsent(each.action(), _ -> new HashSet<>()).add(each.resource());
        }
      }
      Set<String> queried = allowed.remove("dynamodb:Query");
      assertThat(allowed.values()).allMatch(resources::equals);
      assertThat(queried).containsAll(resources).containsAll(indexed);
      assertThat(queried).hasSize(resources.size() + indexed.size());
    }
  }

  @Test
  void onlyTheApiReachesTokens() {
    assertThat(template.permissions("RecognitionRole"))
        .filteredOn(each -> !each.allowed())
        .singleElement()
        .satisfies(
            denied -> {
              assertThat(denied.action()).isEqualTo("dynamodb:*");
              assertThat(denied.resource()).isEqualTo("DecisionsTable.Arn");
              assertThat(
                      denied
                          .condition()
                          .at("/ForAnyValue:StringEquals/dynamodb:LeadingKeys/0")
                          .asString())
                  .isEqualTo(DynamoTokens.PARTITION);
            });
    assertThat(template.permissions("ApiRole")).allMatch(Template.Permission::allowed);
  }
}
