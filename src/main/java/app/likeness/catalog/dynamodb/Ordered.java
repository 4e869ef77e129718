package app.likeness.catalog.dynamodb;

import java.util.Optional;

/// The partitions of the table `Decisions`, each a list by number.
enum Ordered {
  /// The decision log by `seq`.
  ACTS("acts"),
  /// The machine's proposals by serial.
  PROPOSALS("proposals"),
  /// What each unit of work has changed, by its number.
  CHANGES("changes"),
  /// What of the ready photos falls into each month, by year * 12 + month - 1.
  MONTHS("months"),
  /// One item: counts over everything.
  TOTALS("totals"),
  /// One item: the settings.
  SETTINGS("settings"),
  /// One item: the lease of whoever writes.
  WRITER("writer"),
  /// The unit of work that is being written, in parts.
  JOURNAL("journal"),
  /// One item: that the tables are made and what was there is taken over.
  SCHEMA("schema");

  private final String partition;

  Ordered(String partition) {
    this.partition = partition;
  }

  Key key(long number) {
    return Table.DECISIONS.key(partition, number);
  }

  Query query() {
    return Query.of(Table.DECISIONS, partition);
  }

  /// The item of a number; a new one when there is none.
  Item.Change change(View view, long number) {
    return view.get(key(number)).map(Item::change).orElseGet(() -> make(number));
  }

  Item.Change make(long number) {
    return Item.empty().text("gallery", partition).number("seq", number);
  }

  Optional<Item> last(View view) {
    return view.query(query().backwards().fetching(1)).findFirst();
  }
}
