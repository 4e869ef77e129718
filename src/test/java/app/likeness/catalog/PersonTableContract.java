package app.likeness.catalog;

import static app.likeness.catalog.Samples.add;
import static app.likeness.catalog.Samples.face;
import static app.likeness.catalog.Samples.photo;
import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.catalog.PeopleQuery.Order;
import app.likeness.catalog.Projected.Told;
import app.likeness.model.Act;
import app.likeness.model.Decision;
import app.likeness.model.Face;
import app.likeness.model.FaceId;
import app.likeness.model.Person;
import app.likeness.model.PersonId;
import app.likeness.model.Photo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every table of persons does: counts, covers and spans follow what is applied.
public abstract class PersonTableContract extends CatalogContract {
  protected static final PersonId ANN = new PersonId("ann");
  protected static final PersonId BEN = new PersonId("ben");
  protected static final PersonId CAT = new PersonId("cat");

  private final Photo one = photo("one", 1);
  private final Photo two = photo("two", 2);

  /// Photo one shows Ann twice and Ben, photo two shows Ben.
  private void annAndBen() {
    add(catalog, one, face(one, 1, 5), face(one, 2, 7), face(one, 3, 6));
    add(catalog, two, face(two, 1, 9));
    own(Map.of(id(one, 1), ANN, id(one, 2), ANN, id(one, 3), BEN, id(two, 1), BEN));
  }

  private static FaceId id(Photo photo, int n) {
    return new FaceId(photo.id(), n);
  }

  private void own(Map<FaceId, PersonId> own) {
    catalog.people().apply(new Projected(own, Map.of(), Set.of()));
  }

  private void show(PersonId person, PersonId as) {
    catalog.people().apply(new Projected(Map.of(), Map.of(person, as), Set.of()));
  }

  private void tell(PersonId person, String name, boolean hidden) {
    catalog
        .people()
        .apply(new Projected(Map.of(), Map.of(), Set.of(new Told(person, name, hidden))));
  }

  private Person person(PersonId id) {
    return catalog.people().find(id).orElseThrow();
  }

  private List<PersonId> list(PeopleQuery query) {
    return all((String cursor) -> catalog.people().list(query, cursor, 2)).stream()
        .map(Person::id)
        .toList();
  }

  private List<String> photosOf(PersonId id) {
    return all((String cursor) -> catalog.people().photosOf(id, cursor, 2)).stream()
        .map(found -> found.photo().id() + " " + found.face().id().n())
        .toList();
  }

  @Test
  void countsAPhotoOnceHoweverOftenAPersonIsOnIt() {
    annAndBen();
    assertThat(person(ANN).photoCount()).isEqualTo(1);
    assertThat(person(ANN).faceCount()).isEqualTo(2);
    assertThat(person(BEN).photoCount()).isEqualTo(2);
    assertThat(catalog.totals()).isEqualTo(new Totals(2, 4, 2, 2003));
  }

  @Test
  void coversAPersonWithTheirBestFace() {
    annAndBen();
    assertThat(person(ANN).cover()).isEqualTo(id(one, 2));
    assertThat(person(ANN).repThumbKey()).isEqualTo("faces-thumbs/none/one_face_2.jpg");
    assertThat(person(BEN).cover()).isEqualTo(id(two, 1));
  }

  @Test
  void knowsThePlacesOfTheFirstAndTheLastPhoto() {
    annAndBen();
    assertThat(person(BEN).first()).isEqualTo(one.sortedAt());
    assertThat(person(BEN).last()).isEqualTo(two.sortedAt());
  }

  @Test
  void movesAFaceFromOnePersonToAnother() {
    annAndBen();
    own(Map.of(id(one, 3), ANN));
    assertThat(person(ANN).faceCount()).isEqualTo(3);
    assertThat(person(BEN).photoCount()).isEqualTo(1);
    assertThat(person(BEN).first()).isEqualTo(two.sortedAt());
    assertThat(photosOf(BEN)).containsExactly("two 1");
  }

  @Test
  void showsMergedPersonsAsOneUntilTheyArePartedAgain() {
    annAndBen();
    tell(ANN, "Ann", false);
    Person annAlone = person(ANN);
    Person benAlone = person(BEN);
    show(BEN, ANN);
    assertThat(person(BEN)).isEqualTo(person(ANN));
    assertThat(person(ANN).photoCount()).isEqualTo(2);
    assertThat(person(ANN).faceCount()).isEqualTo(4);
    assertThat(person(ANN).cover()).isEqualTo(id(two, 1));
    assertThat(photosOf(ANN)).containsExactly("two 1", "one 2");
    assertThat(list(PeopleQuery.ALL)).containsExactly(ANN);
    assertThat(catalog.people().existing(List.of(ANN, BEN, CAT))).containsExactlyInAnyOrder(ANN, BEN);
    Face face = catalog.faces().find(Set.of(id(two, 1))).get(id(two, 1));
    assertThat(face.own()).isEqualTo(BEN);
    assertThat(face.person()).isEqualTo(ANN);
    show(BEN, BEN);
    assertThat(person(ANN)).isEqualTo(annAlone);
    assertThat(person(BEN)).isEqualTo(benAlone);
  }

  @Test
  void aMergedPersonKeepsNoNameOfTheirOwn() {
    annAndBen();
    tell(BEN, "Ben", true);
    show(BEN, ANN);
    show(BEN, BEN);
    assertThat(person(BEN).name()).isEmpty();
    assertThat(person(BEN).hidden()).isFalse();
  }

  @Test
  void listsAPersonsPhotosNewestFirstEachOnce() {
    for (int i = 1; i <= 7; i++) {
      Photo photo = photo("p" + i, i % 3);
      add(catalog, photo, face(photo, 1, i), face(photo, 2, i + 1));
      own(Map.of(id(photo, 1), ANN, id(photo, 2), i % 2 == 0 ? ANN : BEN));
    }
    show(BEN, ANN);
    assertThat(photosOf(ANN))
        .containsExactly("p5 2", "p2 2", "p7 2", "p4 2", "p1 2", "p6 2", "p3 2");
    assertThat(all((String cursor) -> catalog.faces().of(ANN, cursor, 3)))
        .extracting(Face::quality)
        .hasSize(14)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  /// Persons p1 to p5 are on as many photos as their number; Zoë is p2, Émile p4.
  private void fivePersons() {
    IntStream.rangeClosed(1, 5)
        .forEach(
            p ->
                IntStream.rangeClosed(1, p)
                    .forEach(
                        i -> {
                          Photo photo = photo("photo" + p + "-" + i, 10 * i - p);
                          add(catalog, photo, face(photo, 1, p));
                          own(Map.of(id(photo, 1), new PersonId("p" + p)));
                        }));
    tell(new PersonId("p2"), "Zoë", false);
    tell(new PersonId("p4"), "Émile Straße", false);
  }

  private static List<PersonId> ids(int... numbers) {
    return IntStream.of(numbers).mapToObj(n -> new PersonId("p" + n)).toList();
  }

  @Test
  void listsPersonsInEachOrder() {
    fivePersons();
    assertThat(list(new PeopleQuery(Order.COUNT, "", false, 1, 0))).isEqualTo(ids(5, 4, 3, 2, 1));
    assertThat(list(new PeopleQuery(Order.NAMED, "", false, 1, 0))).isEqualTo(ids(4, 2, 5, 3, 1));
    assertThat(list(new PeopleQuery(Order.NAME, "", false, 1, 0))).isEqualTo(ids(4, 2, 1, 3, 5));
    assertThat(list(new PeopleQuery(Order.RECENT, "", false, 1, 0))).isEqualTo(ids(5, 4, 3, 2, 1));
  }

  @Test
  void listsPersonsOfManyPhotosWithTheNamedAndStrangersOfFewWithoutThem() {
    fivePersons();
    assertThat(list(new PeopleQuery(Order.COUNT, "", false, 4, 0))).isEqualTo(ids(5, 4, 2));
    assertThat(list(new PeopleQuery(Order.COUNT, "", false, 1, 3))).isEqualTo(ids(3, 1));
  }

  @Test
  void findsNamesWithoutCaseAndAccents() {
    fivePersons();
    assertThat(list(new PeopleQuery(Order.COUNT, "EMI", false, 1, 0))).isEqualTo(ids(4));
    assertThat(list(new PeopleQuery(Order.COUNT, "strasse", false, 1, 0))).isEqualTo(ids(4));
    assertThat(list(new PeopleQuery(Order.NAME, "e", false, 1, 0))).isEqualTo(ids(4, 2));
    assertThat(list(new PeopleQuery(Order.COUNT, "x%", false, 1, 0))).isEmpty();
  }

  @Test
  void listsTheHiddenApart() {
    fivePersons();
    tell(new PersonId("p4"), "Émile", true);
    assertThat(list(PeopleQuery.ALL)).isEqualTo(ids(5, 3, 2, 1));
    assertThat(list(new PeopleQuery(Order.COUNT, "", true, 1, 0))).isEqualTo(ids(4));
  }

  @Test
  void aPersonOfWhomNothingIsLeftDisappears() {
    annAndBen();
    catalog.photos().erase(one.id());
    assertThat(catalog.people().find(ANN)).isEmpty();
    assertThat(person(BEN).photoCount()).isEqualTo(1);
  }

  @Test
  void aPersonThatADecisionNamesStays() {
    annAndBen();
    catalog.log().append(new Act(1, Samples.NOW, List.of(new Decision.Name(ANN, "Ann"))));
    tell(ANN, "Ann", false);
    catalog.photos().erase(one.id());
    assertThat(person(ANN).photoCount()).isZero();
    assertThat(person(ANN).cover()).isNull();
    assertThat(person(ANN).last()).isNull();
    assertThat(list(new PeopleQuery(Order.RECENT, "", false, 1, 0))).containsExactly(BEN, ANN);
  }
}
