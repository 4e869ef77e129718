package app.likeness.catalog.dynamodb;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Names one item of one table.
///
/// @param sort as text even where it is a number, empty where a table has no sort key
record Key(Table table, String partition, String sort) {
  Map<String, AttributeValue> attributes() {
    return table.attributes(this);
  }
}
