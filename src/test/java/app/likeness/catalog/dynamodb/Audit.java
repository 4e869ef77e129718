package app.likeness.catalog.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.Month;
import app.likeness.catalog.PeopleQuery;
import app.likeness.catalog.PeopleQuery.Order;
import app.likeness.catalog.PersonPhoto;
import app.likeness.catalog.Totals;
import app.likeness.model.Act;
import app.likeness.model.Face;
import app.likeness.model.Page;
import app.likeness.model.Person;
import app.likeness.model.PersonId;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All that a catalogue shows, and whether what it keeps of it equals what it comes to from scratch.
///
/// @param persons without the times at which they were made
record Audit(
    List<Photo> photos, List<Face> faces, List<String> persons, List<Act> acts, Totals totals) {
  private static final int PAGE = 37;

  static Audit of(Catalog catalog) {
    List<Photo> photos = all(cursor -> catalog.photos().timeline(null, cursor, PAGE));
    List<Face> faces = all(cursor -> catalog.faces().all(cursor, PAGE));
    List<Person> persons = persons(catalog);
    persons.forEach(person -> check(catalog, person, faces));
    check(catalog, photos, persons);
    return new Audit(
        photos,
        faces,
        persons.stream().map(Audit::told).toList(),
        catalog.log().after(0, 1000),
        catalog.totals());
  }

  private static String told(Person person) {
    return person.id() + " " + person.name() + " " + person.photoCount() + " " + person.faceCount()
        + " " + person.cover() + " " + person.repThumbKey() + " " + person.first()
        + " " + person.last();
  }

  private static List<Person> persons(Catalog catalog) {
    List<Person> persons = new ArrayList<>();
    for (boolean hidden : new boolean[] {false, true}) {
      PeopleQuery query = new PeopleQuery(Order.COUNT, "", hidden, 0, 0);
      persons.addAll(all(cursor -> catalog.people().list(query, cursor, PAGE)));
    }
    return persons;
  }

  private static void check(Catalog catalog, List<Photo> photos, List<Person> persons) {
    Map<YearMonth, Long> months =
        photos.stream()
            .collect(Collectors.groupingBy(p -> YearMonth.from(p.sortedAt()), Collectors.counting()));
    assertThat(catalog.photos().months().stream()
            .collect(Collectors.toMap(Month::month, month -> (long) month.photos())))
        .isEqualTo(months);
    assertThat(catalog.totals())
        .isEqualTo(
            new Totals(
                photos.size(),
                photos.stream().mapToInt(Photo::faceCount).sum(),
                (int)
                    persons.stream()
                        .filter(p -> !p.hidden() && (p.photoCount() > 0 || !p.name().isEmpty()))
                        .count(),
                photos.stream().mapToLong(photo -> photo.original().bytes()).sum()));
  }

  private static void check(Catalog catalog, Person person, List<Face> faces) {
    List<Face> own = faces.stream().filter(face -> person.id().equals(face.person())).toList();
    List<PhotoId> photos = own.stream().map(face -> face.id().photo()).distinct().toList();
    PersonId id = person.id();
    assertThat(person.faceCount()).as("faces of %s", id).isEqualTo(own.size());
    assertThat(person.photoCount()).as("photos of %s", id).isEqualTo(photos.size());
    assertThat(all((Function<String, Page<PersonPhoto>>)
            cursor -> catalog.people().photosOf(id, cursor, PAGE)))
        .as("photos of %s", id)
        .extracting(found -> found.photo().id())
        .containsExactlyInAnyOrderElementsOf(photos);
    assertThat(all((Function<String, Page<Face>>) cursor -> catalog.faces().of(id, cursor, PAGE)))
        .as("faces of %s", id)
        .containsExactlyInAnyOrderElementsOf(own);
    assertThat(own.isEmpty())
        .as("cover of %s", id)
        .isEqualTo(Objects.isNull(person.cover()));
  }

  static <T> List<T> all(Function<String, Page<T>> list) {
    List<T> all = new ArrayList<>();
    String cursor = null;
    do {
      Page<T> page = list.apply(cursor);
      all.addAll(page.items());
      cursor = page.next();
    } while (cursor != null);
    return all;
  }
}
