package app.likeness.catalog.sqlite;

import app.likeness.catalog.Cursor;
import app.likeness.catalog.PeopleQuery;
import app.likeness.model.Page;
import app.likeness.model.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How persons are listed in one order: by the columns of an index of its own.
///
/// @param index its name; named, since the planner would not foresee that a page ends soon
/// @param columns what is sorted by, the last of them unique
/// @param direction of all columns
/// @param key a listed person's values of the columns
record PeopleList(
    String index,
    List<String> columns,
    Direction direction,
    Function<Person, List<Object>> key) {
  private static final String UNNAMED = "unnamed";
  private static final String NAMED = "-unnamed";
  private static final String ID = "personId";
  private static final String PHOTOS = "photoCount";
  /// As the index is written; persons without a photo come after all that have one.
  private static final String LAST = "ifnull(last, -1000000000000000000)";
  private static final long NEVER = -1_000_000_000_000_000_000L;

  private enum Direction {
    ASC,
    DESC
  }

  static PeopleList in(PeopleQuery.Order order) {
    return switch (order) {
      case COUNT ->
          new PeopleList(
              "personsByCount",
              List.of(PHOTOS, ID),
              Direction.DESC,
              p -> List.of(p.photoCount(), p.id()));
      case NAMED ->
          new PeopleList(
              "personsNamedFirst",
              List.of(NAMED, PHOTOS, ID),
              Direction.DESC,
              p -> List.of(-unnamed(p), p.photoCount(), p.id()));
      case NAME ->
          new PeopleList(
              "personsByName",
              List.of(UNNAMED, "sought", ID),
              Direction.ASC,
              p -> List.of(unnamed(p), PeopleQuery.sought(p.name()), p.id()));
      case RECENT ->
          new PeopleList(
              "personsByDate",
              List.of(LAST, ID),
              Direction.DESC,
              p -> List.of(last(p), p.id()));
    };
  }

  Page<Person> page(Session session, PeopleQuery query, @Nullable String cursor, int limit) {
    String sought = PeopleQuery.sought(query.search());
    StringBuilder where =
        new StringBuilder(" INDEXED BY ").append(index)
            .append(" WHERE shown = personId AND hidden = ? AND +photoCount <= ?");
    List<@Nullable Object> values = new ArrayList<>();
    values.add(query.hidden() ? 1 : 0);
    values.add(query.most() == 0 ? Integer.MAX_VALUE : query.most());
    where.append(" AND (+photoCount >= ? OR +unnamed = 0)");
    values.add(query.fewest());
    if (query.most() > 0) {
      where.append(" AND +unnamed = 1");
    }
    if (!sought.isEmpty()) {
      where.append(" AND +unnamed = 0 AND instr(sought, ?) > 0");
      values.add(sought);
    }
    if (cursor != null) {
      where.append(" AND ").append(after());
      values.addAll(Cursor.parts(cursor, columns.size()));
    }
    values.add(Cursor.limit(limit) + 1);
    List<Person> rows =
        session.list(
            PersonRow.SELECT + where + orderBy() + " LIMIT ?", PersonRow::read, values.toArray());
    return Cursor.page(rows, limit, last -> Cursor.of(key.apply(last).toArray()));
  }

  private String after() {
    String than = direction == Direction.ASC ? ") > (" : ") < (";
    return "(" + String.join(", ", columns) + than
        + columns.stream().map(PeopleList::value).collect(Collectors.joining(", ")) + ")";
  }

  /// Cursors hold texts, and an expression would not compare with one as a column does.
  private static String value(String column) {
    return column.equals(ID) || column.equals("sought") ? "?" : "CAST(? AS INTEGER)";
  }

  private String orderBy() {
    return columns.stream()
        .map(column -> column + " " + direction)
        .collect(Collectors.joining(", ", " ORDER BY ", ""));
  }

  private static int unnamed(Person person) {
    return person.name().isEmpty() ? 1 : 0;
  }

  private static long last(Person person) {
    return person.last() == null ? NEVER : Stamps.of(person.last());
  }
}
