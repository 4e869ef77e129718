package app.likeness.catalog.dynamodb;

import app.likeness.catalog.PeopleQuery;
import app.likeness.model.FaceId;
import app.likeness.model.Person;
import app.likeness.model.PersonId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A person as an item of `Persons`; one that is merged into another keeps little but `shown`.
final class PersonRow {
  /// Before the id that makes a name unique; names hold no control characters once they are sought.
  private static final String BETWEEN = "\u0001";
  /// A sort key has at most 1024 bytes.
  private static final int LONGEST = 200;
  /// Before every time: never on a photo.
  private static final String NEVER = "-";

  private PersonRow() {}

  static Optional<Item> find(View view, String id) {
    return view.get(Table.PERSONS.key(id));
  }

  static String id(Item item) {
    return item.text("personId", "");
  }

  /// The id that a person is shown as.
  static String shown(Item item) {
    return item.text("shown", id(item));
  }

  static boolean alone(Item item) {
    return shown(item).equals(id(item));
  }

  /// Those who are shown as a person, themselves included; empty when they are shown as another.
  static Set<String> members(Item item) {
    Set<String> members = new HashSet<>(item.texts("members"));
    if (alone(item)) {
      members.add(id(item));
    }
    return members;
  }

  /// Makes a person known; answers false when they were.
  static boolean know(Unit unit, String id) {
    if (find(unit, id).isPresent()) {
      return false;
    }
    write(unit, null, Item.empty().text("personId", id).text("createdAt", Instant.now()).done());
    return true;
  }

  static void proposed(Unit unit, String id, int more) {
    change(
        unit,
        id,
        person -> person.change().number("proposals", person.number("proposals") + more).done());
  }

  /// Changes a person who is there; nothing when they are not.
  static void change(Unit unit, String id, UnaryOperator<Item> change) {
    find(unit, id).ifPresent(before -> write(unit, before, change.apply(before)));
  }

  /// Writes a person, or removes them, and keeps how many there are to be seen.
  static void write(Unit unit, @Nullable Item before, @Nullable Item after) {
    Item now = after == null ? null : indexed(after);
    Months.person(unit, seen(now) - seen(before));
    if (now != null) {
      unit.put(Table.PERSONS, now);
    } else if (before != null) {
      unit.remove(Table.PERSONS.key(before));
    }
  }

  /// Who is not listed yet was written by somebody else, and is not counted yet.
  private static int seen(@Nullable Item item) {
    return item != null
            && item.has("listed")
            && alone(item)
            && !item.flag("hidden")
            && (item.number("photoCount") >= 1 || item.has("name"))
        ? 1
        : 0;
  }

  /// The item with what the indexes need; who is shown as another is in none.
  static Item indexed(Item item) {
    String id = id(item);
    boolean named = item.has("name");
    boolean alone = alone(item);
    String sought = PeopleQuery.sought(item.text("name", ""));
    String first = sought.substring(0, Math.min(LONGEST, sought.length()));
    return item.change()
        .text("listed", alone ? group(item.flag("hidden"), named, Shard.of(id)) : null)
        .text("counted", alone ? Stamps.counted(item.number("photoCount"), id) : null)
        .text("sought", !alone ? null : named ? first + BETWEEN + id : id)
        .text("placed", alone ? item.text("last", NEVER) + "#" + id : null)
        .done();
  }

  /// The partition of the indexes that holds such persons.
  static String group(boolean hidden, boolean named, int shard) {
    return (hidden ? "hidden" : "shown") + "#" + (named ? "named" : "unnamed") + "#" + shard;
  }

  static Person read(Item item) {
    String cover = item.raw("cover");
    return new Person(
        new PersonId(id(item)),
        item.text("name", ""),
        item.flag("hidden"),
        (int) item.number("photoCount"),
        (int) item.number("faceCount"),
        cover == null ? null : FaceId.parse(cover),
        item.raw("repThumbKey"),
        Stamps.instant(item.text("createdAt", "")),
        wall(item.raw("first")),
        wall(item.raw("last")));
  }

  private static @Nullable LocalDateTime wall(@Nullable String time) {
    return time == null ? null : Stamps.wall(time);
  }
}
