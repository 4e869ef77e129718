package app.likeness.catalog.dynamodb;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One partition of a table or of an index, in the order of its sort key.
///
/// @param after where to begin, itself not included; `null` for the beginning
/// @param page how many items are worth fetching at once, 0 for as many as fit
record Query(
    Table table,
    @Nullable Index index,
    String partition,
    @Nullable String after,
    boolean descending,
    int page) {

  static Query of(Table table, String partition) {
    return new Query(table, null, partition, null, false, 0);
  }

  static Query of(Index index, String partition) {
    return new Query(index.table(), index, partition, null, false, 0);
  }

  Query after(@Nullable String key) {
    return new Query(table, index, partition, key, descending, page);
  }

  /// The same in another partition.
  Query in(String other) {
    return new Query(table, index, other, after, descending, page);
  }

  Query backwards() {
    return new Query(table, index, partition, after, true, page);
  }

  Query fetching(int items) {
    return new Query(table, index, partition, after, descending, items);
  }

  String partitionName() {
    return index == null ? table.partition() : index.partition();
  }

  String sortName() {
    return index == null ? Objects.requireNonNull(table.sort()) : index.sort();
  }

  boolean number() {
    return index == null && table.number();
  }

  /// What an item is sorted by, `null` when it is not in this list at all.
  @Nullable String sort(Item item) {
    return partition.equals(item.raw(partitionName())) ? item.raw(sortName()) : null;
  }

  boolean holds(Item item) {
    String sort = sort(item);
    return sort != null && (after == null || keys().compare(after, sort) < 0);
  }

  Comparator<Item> order() {
    return Comparator.comparing(item -> Objects.requireNonNull(item.raw(sortName())), keys());
  }

  private Comparator<String> keys() {
    Comparator<String> up = number() ? Comparator.comparingLong(Long::parseLong) : Query::bytewise;
    return descending ? up.reversed() : up;
  }

  /// As DynamoDB compares texts: by the bytes of their UTF-8.
  static int bytewise(String a, String b) {
    return Arrays.compareUnsigned(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
