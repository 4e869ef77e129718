package app.likeness.catalog.dynamodb;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What can be read: the tables as they are, or with what a unit of work has written so far.
interface View {
  Optional<Item> get(Key key);

  /// Those of the asked items that exist.
  Map<Key, Item> get(Collection<Key> keys);

  /// Items in order, fetched as they are consumed.
  Stream<Item> query(Query query);
}
