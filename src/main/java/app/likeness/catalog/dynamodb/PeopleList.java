package app.likeness.catalog.dynamodb;

import app.likeness.catalog.Cursor;
import app.likeness.catalog.PeopleQuery;
import app.likeness.catalog.PeopleQuery.Order;
import app.likeness.model.Page;
import app.likeness.model.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One list of persons, out of the indexes of `Persons`: each has the named and the unnamed apart.
final class PeopleList {
  private static final String NAMED = "named";
  private static final String UNNAMED = "unnamed";
  private static final String ALL = "all";

  private final View view;
  private final PeopleQuery query;
  private final String sought;
  private final int fetched;

  /// A stretch of the list that is in one order throughout.
  ///
  /// @param groups whether the named are in it (`true`), and the unnamed (`false`)
  private record Stretch(String name, List<Boolean> groups) {}

  PeopleList(View view, PeopleQuery query, int fetched) {
    this.view = view;
    this.query = query;
    this.fetched = fetched;
    sought = PeopleQuery.sought(query.search());
  }

  Page<Person> page(@Nullable String cursor, int limit) {
    List<Stretch> stretches = stretches();
    List<String> at = cursor == null ? List.of() : Cursor.parts(cursor, 2);
    List<Stream<Row>> rows = new ArrayList<>();
    boolean reached = at.isEmpty();
    for (Stretch stretch : stretches) {
      boolean here = !at.isEmpty() && at.getFirst().equals(stretch.name());
      if (here || reached) {
        rows.add(rows(stretch, here ? at.getLast() : null));
        reached = true;
      }
    }
    if (!reached && !stretches.isEmpty()) {
      throw Cursor.strange(String.valueOf(cursor));
    }
    return Cursor.page(rows.stream().flatMap(each -> each), limit, this::cursor).map(Row::person);
  }

  private record Row(String stretch, Item item, Person person) {}

  private String cursor(Row row) {
    return Cursor.of(row.stretch(), row.item().text(index().sort(), ""));
  }

  private List<Stretch> stretches() {
    boolean named = query.most() == 0;
    boolean unnamed = sought.isEmpty();
    boolean together = query.order() == Order.COUNT || query.order() == Order.RECENT;
    List<Stretch> all = new ArrayList<>();
    if (named && unnamed && together) {
      all.add(new Stretch(ALL, List.of(true, false)));
    } else {
      if (named) {
        all.add(new Stretch(NAMED, List.of(true)));
      }
      if (unnamed) {
        all.add(new Stretch(UNNAMED, List.of(false)));
      }
    }
    return all;
  }

  private Index index() {
    return switch (query.order()) {
      case COUNT, NAMED -> Index.PERSONS_BY_COUNT;
      case NAME -> Index.PERSONS_BY_NAME;
      case RECENT -> Index.PERSONS_BY_DATE;
    };
  }

  private Stream<Row> rows(Stretch stretch, @Nullable String after) {
    Query first = Query.of(index(), "").after(after).fetching(fetched);
    Query ordered = query.order() == Order.NAME ? first : first.backwards();
    List<Stream<Item>> lists =
        stretch.groups().stream()
            .flatMap(named -> Shard.each(shard -> group(ordered, named, shard)))
            .toList();
    return Merged.of(lists, ordered.order())
        .map(item -> new Row(stretch.name(), item, PersonRow.read(item)))
        .filter(row -> asked(row.person()));
  }

  private Stream<Item> group(Query ordered, boolean named, int shard) {
    boolean counted = index() == Index.PERSONS_BY_COUNT;
    Query group = ordered.in(PersonRow.group(query.hidden(), named, shard));
    Predicate<Item> enough = item -> named || !counted || item.number("photoCount") >= query.fewest();
    return view.query(counted ? fromMost(group) : group).takeWhile(enough);
  }

  /// Leaves out whoever is on too many photos, where the list is by their number.
  private Query fromMost(Query group) {
    if (query.most() == 0) {
      return group;
    }
    String beyond = Stamps.count(query.most() + 1L);
    String after = group.after();
    return after == null || Query.bytewise(beyond, after) < 0 ? group.after(beyond) : group;
  }

  private boolean asked(Person person) {
    boolean named = !person.name().isEmpty();
    return (named || person.photoCount() >= query.fewest())
        && (query.most() == 0 || (!named && person.photoCount() <= query.most()))
        && (sought.isEmpty() || (named && PeopleQuery.sought(person.name()).contains(sought)));
  }
}
