package app.likeness.catalog.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.model.GalleryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/// The tables are made as they are described, and nothing is made that was not said before.
@ExtendWith(Dynalite.Running.class)
class DynamoTablesTest {
  private final Dynalite dynalite;
  private final TableNames names = Dynalite.fresh();

  DynamoTablesTest(Dynalite dynalite) {
    this.dynalite = dynalite;
  }

  @Test
  void saysWhatIsMissingAndMakesIt() {
    try (DynamoTables tables = dynalite.tables(names)) {
      assertThat(tables.plan())
          .contains(
              "Make the table " + names.photos() + ", billed by request, with the indexes byMonth,"
                  + " byState, bySha256, bySha1.",
              "Make the table " + names.decisions() + ", billed by request.",
              "Keep backups of the table " + names.faces() + ", for every moment of the last 35 days.",
              "Mark the gallery as ready.")
          .hasSize(12);
      tables.create();
      assertThat(Dynalite.possible(tables.plan())).isEmpty();
      tables.create();
    }
    dynalite.open(names).close();
  }

  @Test
  void tablesAreBilledByRequestAndHaveTheirIndexes() {
    dynalite.create(names);
    try (DynamoDbClient client = dynalite.access().client()) {
      TableDescription table =
          client.describeTable(describe -> describe.tableName(names.persons())).table();
      assertThat(table.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
      assertThat(table.globalSecondaryIndexes())
          .extracting(GlobalSecondaryIndexDescription::indexName)
          .containsExactlyInAnyOrder("byCount", "byName", "byDate");
    }
  }

  @Test
  void addsIndexesToATableThatHasNone() {
    try (DynamoDbClient client = dynalite.access().client();
        DynamoTables tables = dynalite.tables(names)) {
      client.createTable(
          create ->
              create
                  .tableName(names.persons())
                  .billingMode(BillingMode.PAY_PER_REQUEST)
                  .keySchema(
                      KeySchemaElement.builder()
                          .attributeName("personId")
                          .keyType(KeyType.HASH)
                          .build())
                  .attributeDefinitions(
                      AttributeDefinition.builder()
                          .attributeName("personId")
                          .attributeType(ScalarAttributeType.S)
                          .build()));
      assertThat(tables.plan())
          .contains("Add the index byName to the table " + names.persons() + ".")
          .doesNotContain("Make the table " + names.persons());
    }
  }

  @Test
  void aGalleryThatWasNotMadeIsRefusedWithWhatToDo() {
    assertThatThrownBy(() -> dynalite.open(names))
        .isInstanceOf(GalleryException.NotFound.class)
        .hasMessageContaining("likeness cloud init");
  }
}
