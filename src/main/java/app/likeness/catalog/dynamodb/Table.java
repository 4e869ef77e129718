package app.likeness.catalog.dynamodb;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The tables and their primary keys.
enum Table {
  PHOTOS("photoId", null, false),
  PERSONS("personId", null, false),
  /// The sort key is the photo's id; of a person's further faces on it, the face's id.
  OCCURRENCES("personId", "photoId", false),
  FACES("photoId", "n", true),
  /// Everything that is in order: the log, proposals by serial, changes, months; see [Ordered].
  DECISIONS("gallery", "seq", true);

  private final String partition;
  private final @Nullable String sort;
  private final boolean number;

  Table(String partition, @Nullable String sort, boolean number) {
    this.partition = partition;
    this.sort = sort;
    this.number = number;
  }

  String partition() {
    return partition;
  }

  @Nullable String sort() {
    return sort;
  }

  /// Whether the sort key is a number, not a text.
  boolean number() {
    return number;
  }

  /// Every secondary index that this table has.
  List<Index> indexes() {
    return Arrays.stream(Index.values()).filter(index -> index.table() == this).toList();
  }

  Key key(String partition) {
    return new Key(this, partition, "");
  }

  Key key(String partition, String sort) {
    return new Key(this, partition, sort);
  }

  Key key(String partition, long sort) {
    return new Key(this, partition, Long.toString(sort));
  }

  Key key(Item item) {
    String value = sort == null ? "" : item.raw(sort);
    return new Key(this, Objects.requireNonNull(item.raw(partition)), Objects.requireNonNull(value));
  }

  Map<String, AttributeValue> attributes(Key key) {
    AttributeValue first = AttributeValue.fromS(key.partition());
    if (sort == null) {
      return Map.of(partition, first);
    }
    return Map.of(partition, first, sort, value(key.sort()));
  }

  private AttributeValue value(String text) {
    return number ? AttributeValue.fromN(text) : AttributeValue.fromS(text);
  }
}
