package app.likeness.catalog.dynamodb;

import app.likeness.catalog.Changes;
import app.likeness.catalog.Cursor;
import app.likeness.catalog.dynamodb.Unit.Write;
import app.likeness.model.PersonId;
import app.likeness.model.PhotoId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What each unit of work has changed, told to whoever follows; read off what it writes.
final class Feed {
  /// More changes than this are not worth telling one by one.
  private static final int TOLD = 1_000;
  /// When DynamoDB may drop an entry; who asks from almost that far back reads everything again.
  private static final Duration KEPT = Duration.ofDays(8);
  private static final Duration TRUSTED = Duration.ofDays(7);
  /// The attribute by which DynamoDB drops items.
  static final String EXPIRES = "expires";

  private final Set<String> photos = new HashSet<>();
  private final Set<String> persons = new HashSet<>();
  private boolean all;

  private Feed() {}

  /// Adds an entry about all that a unit of work writes.
  static void note(Unit unit, long rev) {
    Feed feed = new Feed();
    unit.writes().forEach(feed::add);
    if (feed.all || !feed.photos.isEmpty() || !feed.persons.isEmpty()) {
      boolean much = feed.photos.size() + feed.persons.size() > TOLD;
      Instant now = Instant.now();
      unit.put(
          Table.DECISIONS,
          Ordered.CHANGES
              .make(rev)
              .number("at", now.getEpochSecond())
              .number(EXPIRES, now.plus(KEPT).getEpochSecond())
              .texts("photos", much ? Set.of() : feed.photos)
              .texts("persons", much ? Set.of() : feed.persons)
              .flag("all", feed.all || much)
              .done());
    }
  }

  private void add(Write write) {
    Key key = write.key();
    switch (key.table()) {
      case PHOTOS -> add(photos, write);
      case PERSONS -> add(persons, write);
      case FACES -> {
        if (write.after() != null) {
          photos.add(key.partition());
        }
      }
      case OCCURRENCES, DECISIONS -> {}
    }
  }

  private void add(Set<String> ids, Write write) {
    if (write.after() == null) {
      all = true;
    } else {
      ids.add(write.key().partition());
    }
  }

  static Changes since(View view, @Nullable String cursor) {
    Item last = Ordered.CHANGES.last(view).orElseGet(() -> new Item(Map.of()));
    long rev = last.number("seq");
    String next = Cursor.of(rev, last.number("at"));
    if (cursor == null) {
      return new Changes(Set.of(), Set.of(), false, next);
    }
    List<String> parts = Cursor.parts(cursor, 2);
    long since = Cursor.number(parts.getFirst());
    if (since == rev) {
      return new Changes(Set.of(), Set.of(), false, next);
    }
    Instant seen = Instant.ofEpochSecond(Cursor.number(parts.getLast()));
    boolean lost = since > rev || seen.isBefore(Instant.now().minus(TRUSTED));
    return lost ? new Changes(Set.of(), Set.of(), true, next) : new Feed().collect(view, since, next);
  }

  private Changes collect(View view, long since, String next) {
    view.query(Ordered.CHANGES.query().after(Long.toString(since)))
        .takeWhile(_ -> !tooMany())
        .forEach(
            entry -> {
              photos.addAll(entry.texts("photos"));
              persons.addAll(entry.texts("persons"));
              all |= entry.flag("all");
            });
    return tooMany()
        ? new Changes(Set.of(), Set.of(), true, next)
        : new Changes(
            Set.copyOf(photos.stream().map(PhotoId::new).toList()),
            Set.copyOf(persons.stream().map(PersonId::new).toList()),
            all,
            next);
  }

  private boolean tooMany() {
    return photos.size() + persons.size() > TOLD;
  }
}
