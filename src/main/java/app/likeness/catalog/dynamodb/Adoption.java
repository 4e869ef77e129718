package app.likeness.catalog.dynamodb;

import app.likeness.model.FaceId;
import app.likeness.model.PersonId;
import app.likeness.model.PhotoId;
import app.likeness.model.PhotoState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Takes over what an existing deployment has in `Photos`, `Persons` and `Occurrences`.
///
/// It adds to each row what our lists and indexes need, and counts anew: that deployment counted
/// faces. Ids, keys and attributes of its own stay, so that it can go on reading. Rows without
/// `asOf` are those still to be taken over, so this can be stopped and run again.
final class Adoption implements AutoCloseable {
  /// Rows that are taken over in one unit of work.
  private static final int TOGETHER = 50;
  private static final int VERSION = 1;
  private static final double PERCENT = 100;
  /// The cover that the deployment chose stays until a face whose quality was measured comes.
  private static final double CHOSEN = .001;
  private static final Pattern NUMBER = Pattern.compile("_face_([1-9][0-9]{0,8})\\.[a-z]+$");

  private final DynamoDbClient client;
  private final TableNames names;
  private final Store store;
  private final Writer writer;

  Adoption(DynamoDbClient client, TableNames names, Store store, Lease lease) {
    this.client = client;
    this.names = names;
    this.store = store;
    writer = new Writer(store, lease);
  }

  /// What is to be said when something is to be done.
  ///
  /// @param there whether the tables of an existing deployment may be there
  /// @param whole whether all our tables are there
  Optional<String> plan(boolean there, boolean whole) {
    int photos = there ? strange(Table.PHOTOS).size() : 0;
    int faces = there ? strange(Table.OCCURRENCES).size() : 0;
    int persons = there ? strange(Table.PERSONS).size() : 0;
    if (photos + faces + persons > 0) {
      return Optional.of(
          "Take over %d photos, %d faces and %d people that are there, and count them."
              .formatted(photos, faces, persons));
    }
    return whole && store.get(Ordered.SCHEMA.key(0)).isPresent()
        ? Optional.empty()
        : Optional.of("Mark the gallery as ready.");
  }

  void run() {
    Map<String, String> covers = persons();
    photos(covers);
    writer.write(
        unit -> {
          unit.put(Table.DECISIONS, Ordered.SCHEMA.make(0).number("version", VERSION).done());
          return true;
        });
  }

  /// Rows that somebody else wrote, and whose ids can be ours.
  private List<Item> strange(Table table) {
    return Failures.explained(
        () ->
            client
                .scanPaginator(
                    scan ->
                        scan.tableName(names.of(table))
                            .consistentRead(true)
                            .filterExpression("attribute_not_exists(#asOf)")
                            .expressionAttributeNames(Map.of("#asOf", Store.AS_OF)))
                .items()
                .stream()
                .map(Item::new)
                .filter(item -> readable(table, item))
                .toList());
  }

  private static boolean readable(Table table, Item item) {
    return (table == Table.PHOTOS || possible(item.raw("personId"), PersonId::new))
        && (table == Table.PERSONS || possible(item.raw("photoId"), PhotoId::new));
  }

  private static boolean possible(@Nullable String id, Function<String, Object> make) {
    try {
      return id != null && make.apply(id) != null;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// Takes persons over, counted as nobody yet; answers the cover of each.
  private Map<String, String> persons() {
    Map<String, String> covers = new TreeMap<>();
    inUnits(
        strange(Table.PERSONS),
        person -> List.of(Table.PERSONS.key(person)),
        (unit, person) -> {
          covers.put(PersonRow.id(person), person.text("repThumbKey", ""));
          PersonRow.write(
              unit, null, person.change().number("photoCount", 0).number("faceCount", 0).done());
        });
    return covers;
  }

  private record Rows(String photo, List<Item> occurrences) {
    List<Key> keys() {
      List<Key> keys = new ArrayList<>(List.of(Table.PHOTOS.key(photo)));
      for (Item each : occurrences) {
        keys.add(Table.OCCURRENCES.key(each));
        keys.add(Table.PERSONS.key(each.text("personId", "")));
      }
      return keys;
    }
  }

  private void photos(Map<String, String> covers) {
    Map<String, Rows> photos = new TreeMap<>();
    for (Item photo : strange(Table.PHOTOS)) {
      String id = photo.text("photoId", "");
      photos.put(id, new Rows(id, new ArrayList<>()));
    }
    for (Item each : strange(Table.OCCURRENCES)) {
      photos
          .computeIfAbsent(OccurrenceRow.photo(each), id -> new Rows(id, new ArrayList<>()))
          .occurrences()
          .add(each);
    }
    inUnits(
        List.copyOf(photos.values()), Rows::keys, (unit, rows) -> photo(unit, rows, covers));
  }

  private static void photo(Unit unit, Rows rows, Map<String, String> covers) {
    PhotoId id = new PhotoId(rows.photo());
    rows.occurrences().forEach(each -> PersonRow.know(unit, each.text("personId", "")));
    Tally.settling(
        unit,
        tally -> {
          Item before = PhotoRow.find(unit, id).orElse(null);
          Item ready = PhotoRow.in(filled(id, before, rows.occurrences()), PhotoState.READY);
          boolean ours = before != null && before.has(Store.AS_OF);
          tally.change(
              id,
              () -> {
                faces(unit, id, rows.occurrences(), covers);
                PhotoRow.write(unit, ours ? before : null, counted(unit, ready));
              });
        });
  }

  /// The photo's row; where there is none, what its occurrences tell of it.
  private static Item filled(PhotoId id, @Nullable Item photo, List<Item> occurrences) {
    Item.Change change = photo == null ? Item.empty().text("photoId", id) : photo.change();
    Item now = change.done();
    for (Item each : occurrences) {
      if (!now.has("s3Key") && each.has("photoKey")) {
        change.text("s3Bucket", each.raw("photoBucket")).text("s3Key", each.raw("photoKey"));
      }
    }
    return change.done();
  }

  private static Item counted(Unit unit, Item photo) {
    List<Item> faces = FaceRow.of(unit, photo.text("photoId", ""));
    return photo.change()
        .number("faceCount", faces.size())
        .number("lastFaceNumber", faces.stream().mapToLong(f -> f.number("n")).max().orElse(0))
        .done();
  }

  private static void faces(
      Unit unit, PhotoId photo, List<Item> occurrences, Map<String, String> covers) {
    Set<Integer> taken = new HashSet<>();
    FaceRow.of(unit, photo.value()).forEach(face -> taken.add((int) face.number("n")));
    for (Item each : occurrences) {
      String person = each.text("personId", "");
      String thumbKey = each.text("thumbKey", "");
      boolean cover = !thumbKey.isEmpty() && thumbKey.equals(covers.get(person));
      unit.put(
          Table.FACES,
          FaceRow.of(new FaceId(photo, free(taken, thumbKey)), Item.empty().done())
              .item("boundingBox", each.item("boundingBox"))
              .real("score", each.real("confidence") / PERCENT)
              .real("quality", cover ? CHOSEN : 0)
              .number("pixels", 0)
              .text("thumbKey", thumbKey)
              .text("own", person)
              .done());
    }
  }

  /// The number in the name of a face's picture, or the next that is free.
  private static int free(Set<Integer> taken, String thumbKey) {
    Matcher named = NUMBER.matcher(thumbKey);
    int n = named.find() ? Integer.parseInt(named.group(1)) : 1;
    while (!taken.add(n)) {
      n++;
    }
    return n;
  }

  private interface Each<T> {
    void take(Unit unit, T row);
  }

  /// @param keys what is worth reading at once beforehand
  private <T> void inUnits(List<T> rows, Function<T, List<Key>> keys, Each<T> each) {
    for (int from = 0; from < rows.size(); from += TOGETHER) {
      List<T> some = rows.subList(from, Math.min(from + TOGETHER, rows.size()));
      writer.write(
          unit -> {
            unit.get(some.stream().flatMap(row -> keys.apply(row).stream()).toList());
            some.forEach(row -> each.take(unit, row));
            return true;
          });
    }
  }

  @Override
  public void close() {
    writer.close();
  }
}
