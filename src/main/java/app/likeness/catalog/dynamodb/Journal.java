package app.likeness.catalog.dynamodb;

import app.likeness.catalog.dynamodb.Unit.Write;
import app.likeness.model.GalleryException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A unit of work written down beforehand, so that it can be completed after a crash.
///
/// It holds whole items, never steps: writing one twice comes to the same as writing it once.
final class Journal {
  /// Well below the 400 KiB that an item may have.
  private static final int PART_BYTES = 300_000;

  private final Store store;

  Journal(Store store) {
    this.store = store;
  }

  /// Writes a unit of work down; answers in how many parts.
  int write(List<Write> writes, long rev) {
    List<Item> part = new ArrayList<>();
    int parts = 0;
    int bytes = 0;
    for (Write write : writes) {
      Item entry = entry(write);
      int size = bytes(AttributeValue.fromM(entry.attributes()));
      if (bytes + size > PART_BYTES && !part.isEmpty()) {
        put(parts++, part, rev);
        part.clear();
        bytes = 0;
      }
      part.add(entry);
      bytes += size;
    }
    put(parts++, part, rev);
    return parts;
  }

  private void put(int number, List<Item> part, long rev) {
    Item item = Ordered.JOURNAL.make(number).items("writes", part).done();
    if (!store.put(Table.DECISIONS, item, rev)) {
      throw new GalleryException.Unavailable(
          "Another Likeness has taken over meanwhile, so that nothing was written: try again.",
          null);
    }
  }

  private static Item entry(Write write) {
    Item after = write.after();
    return after == null
        ? Item.empty()
            .text("table", write.key().table())
            .item("key", new Item(write.key().attributes()))
            .done()
        : Item.empty().text("table", write.key().table()).item("item", after).done();
  }

  /// Reads a unit of work that was written down.
  List<Write> read(int parts) {
    List<Write> writes = new ArrayList<>();
    for (int number = 0; number < parts; number++) {
      Item part =
          store
              .get(Ordered.JOURNAL.key(number))
              .orElseThrow(() -> new IllegalStateException("The journal lacks a part"));
      for (Item entry : part.items("writes")) {
        Table table = Table.valueOf(entry.text("table", ""));
        writes.add(
            entry.has("item")
                ? new Write(table.key(entry.item("item")), null, entry.item("item"))
                : new Write(table.key(entry.item("key")), null, null));
      }
    }
    return writes;
  }

  /// Removes the parts of a unit of work.
  void clear(int parts, long rev) {
    for (int number = 0; number < parts; number++) {
      store.remove(Ordered.JOURNAL.key(number), rev);
    }
  }

  /// Removes whatever the dead have left, also what was never decided on.
  void sweep(long rev) {
    store
        .query(Ordered.JOURNAL.query())
        .map(Table.DECISIONS::key)
        .toList()
        .forEach(part -> store.remove(part, rev));
  }

  /// About as much as DynamoDB counts for a value, with what it adds for each.
  private static int bytes(AttributeValue value) {
    int overhead = 3;
    return overhead
        + switch (value.type()) {
          case S -> 3 * value.s().length();
          case B -> value.b().asByteArrayUnsafe().length;
          case SS -> value.ss().stream().mapToInt(text -> overhead + 3 * text.length()).sum();
          case L -> value.l().stream().mapToInt(Journal::bytes).sum();
          case M ->
              value.m().entrySet().stream()
                  .mapToInt(entry -> entry.getKey().length() + bytes(entry.getValue()))
                  .sum();
          case N -> value.n().length();
          default -> 1;
        };
  }
}
