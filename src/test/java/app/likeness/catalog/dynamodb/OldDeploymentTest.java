package app.likeness.catalog.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.catalog.PeopleQuery;
import app.likeness.catalog.PersonPhoto;
import app.likeness.model.Box;
import app.likeness.model.Face;
import app.likeness.model.FaceId;
import app.likeness.model.Person;
import app.likeness.model.PersonId;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.model.PhotoState;
import app.likeness.model.PictureType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// Tables that another deployment filled, in both of its spellings: 120 persons and 230 photos.
///
/// Of photo 7 only occurrences tell. All persons are on photo 0; person 0 is on every photo; each other person p is on photo p as well.
@ExtendWith(Dynalite.Running.class)
class OldDeploymentTest {
  private static final int PERSONS = 120;
  private static final int PHOTOS = 230;
  /// The most that the server takes at once.
  private static final int BATCH = 25;

  private final Dynalite dynalite;
  private final TableNames names = Dynalite.fresh();
  private final DynamoDbClient client;
  private final Map<String, List<WriteRequest>> open = new HashMap<>();

  OldDeploymentTest(Dynalite dynalite) {
    this.dynalite = dynalite;
    client = dynalite.access().client();
    dynalite.create(names); // this server cannot add indexes to tables later
  }

  @BeforeEach
  void fills() {
    for (int photo = 0; photo < PHOTOS; photo++) {
      if (photo != 7) {
        photo(photo);
      }
      occurrence(0, photo, 1);
    }
    for (int person = 0; person < PERSONS; person++) {
      put(
          names.persons(),
          Map.of(
              "personId", text(person(person)),
              "createdAt", text("2024-03-05T06:07:08.123456+00:00"),
              "repThumbKey", text(thumb(person, Math.max(1, person), person == 0 ? 1 : 2)),
              "photoCount", AttributeValue.fromN("99")));
      if (person > 0) {
        occurrence(person, 0, 1 + person);
        occurrence(person, person, 2);
      }
    }
    flush();
  }

  @AfterEach
  void closes() {
    client.close();
  }

  private static String person(int number) {
    return String.format(Locale.ROOT, "4c0ffee0-0000-4000-8000-%012d", number);
  }

  private static String photo(int number, String ending) {
    return String.format(Locale.ROOT, "%020x%s", number, ending);
  }

  private static String thumb(int person, int photo, int n) {
    return "faces-thumbs/" + person(person) + "/" + photo(photo, "_face_" + n + ".jpg");
  }

  private static AttributeValue text(String text) {
    return AttributeValue.fromS(text);
  }

  private void put(String table, Map<String, AttributeValue> item) {
    WriteRequest write = WriteRequest.builder().putRequest(put -> put.item(item)).build();
    open.computeIfAbsent(table, _ -> new ArrayList<>()).add(write);
    if (open.values().stream().mapToInt(List::size).sum() == BATCH) {
      flush();
    }
  }

  private void flush() {
    client.batchWriteItem(batch -> batch.requestItems(open));
    open.clear();
  }

  private void photo(int number) {
    put(
        names.photos(),
        Map.of(
            "photoId", text(photo(number, "")),
            "s3Bucket", text("raw"),
            "s3Key", text("photos-raw/IMG " + number + ".png"),
            "uploadedAt", text("2024-0" + (1 + number % 9) + "-01T10:20:30Z")));
  }

  private void occurrence(int person, int photo, int n) {
    boolean camel = person % 2 == 0;
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("personId", text(person(person)));
    item.put("photoId", text(photo(photo, "")));
    item.put("confidence", AttributeValue.fromN("99.5"));
    item.put(camel ? "thumbKey" : "thumb_key", text(thumb(person, photo, n)));
    item.put(camel ? "boundingBox" : "boundingbox", box());
    if (photo % 3 != 0) {
      item.put(camel ? "photoBucket" : "photo_bucket", text("raw"));
      item.put(camel ? "photoKey" : "photo_key", text("photos-raw/IMG " + photo + ".png"));
    }
    put(names.occurrences(), item);
  }

  private static AttributeValue box() {
    return AttributeValue.fromM(
        Map.of(
            "Left", AttributeValue.fromN("0.25"),
            "Top", AttributeValue.fromN("0.125"),
            "Width", AttributeValue.fromN("0.5"),
            "Height", text("0.375")));
  }

  private DynamoCatalog takenOver() {
    try (DynamoTables tables = dynalite.tables(names)) {
      assertThat(Dynalite.possible(tables.plan()))
          .containsExactly(
              "Take over 229 photos, 468 faces and 120 people that are there, and count them.");
      tables.create();
      assertThat(Dynalite.possible(tables.plan())).isEmpty();
    }
    return dynalite.open(names);
  }

  @Test
  void listsEveryPersonAndEveryPhotoPageByPage() {
    try (DynamoCatalog catalog = takenOver()) {
      List<Person> persons =
          Audit.all(cursor -> catalog.people().list(PeopleQuery.ALL, cursor, 25));
      assertThat(persons).hasSize(PERSONS);
      assertThat(persons.getFirst().id().value()).isEqualTo(person(0));
      assertThat(persons.getFirst().photoCount()).isEqualTo(PHOTOS);
      assertThat(persons.subList(1, PERSONS)).extracting(Person::photoCount).containsOnly(2);
      List<PersonPhoto> photos =
          Audit.all(cursor -> catalog.people().photosOf(new PersonId(person(0)), cursor, 25));
      assertThat(photos).hasSize(PHOTOS);
      assertThat(photos).extracting(found -> found.photo().id()).doesNotHaveDuplicates();
      assertThat(Audit.all((String cursor) -> catalog.photos().timeline(null, cursor, 50)))
          .hasSize(PHOTOS)
          .extracting(Photo::sortedAt)
          .isSortedAccordingTo((a, b) -> b.compareTo(a));
      assertThat(Audit.of(catalog).faces()).hasSize(PHOTOS + 2 * (PERSONS - 1));
    }
  }

  @Test
  void readsIdsKeysAndBoxesAsTheyAre() {
    try (DynamoCatalog catalog = takenOver()) {
      PhotoId id = new PhotoId(photo(3, ""));
      Photo photo = catalog.photos().find(id).orElseThrow();
      assertThat(photo.state()).isEqualTo(PhotoState.READY);
      assertThat(photo.faceCount()).isEqualTo(2);
      assertThat(photo.original().key()).isEqualTo("photos-raw/IMG 3.png");
      assertThat(photo.original().bucket()).isEqualTo("raw");
      assertThat(photo.original().fileName()).isEqualTo("IMG 3.png");
      assertThat(photo.original().type()).isEqualTo(PictureType.PNG);
      assertThat(photo.original().uploadedAt()).isEqualTo("2024-04-01T10:20:30Z");
      Face face = catalog.faces().of(id).getLast();
      assertThat(face.id()).isEqualTo(new FaceId(id, 2));
      assertThat(face.box()).isEqualTo(new Box(.25, .125, .5, .375));
      assertThat(face.thumbKey()).isEqualTo(thumb(3, 3, 2));
      assertThat(face.person()).isEqualTo(new PersonId(person(3)));
      Photo told = catalog.photos().find(new PhotoId(photo(7, ""))).orElseThrow();
      assertThat(told.original().key()).isEqualTo("photos-raw/IMG 7.png");
      Person person = catalog.people().find(new PersonId(person(3))).orElseThrow();
      assertThat(person.repThumbKey()).isEqualTo(thumb(3, 3, 2));
      assertThat(person.createdAt()).isEqualTo("2024-03-05T06:07:08.123456Z");
    }
  }

  @Test
  void readsAPhotoThatWasNotTakenOverYet() {
    try (DynamoCatalog catalog = dynalite.open(names)) {
      assertThat(catalog.photos().find(new PhotoId(photo(3, ""))).orElseThrow().original().key())
          .isEqualTo("photos-raw/IMG 3.png");
    }
  }

  @Test
  void writesCamelCaseAndTakesOverWhatComesLater() {
    takenOver().close();
    laterOnes();
    Map<String, AttributeValue> item =
        client
            .getItem(
                get ->
                    get.tableName(names.occurrences())
                        .key(Map.of("personId", text(person(5)), "photoId", text(photo(5, "")))))
            .item();
    assertThat(item).containsKeys("photoBucket", "photoKey", "thumbKey", "boundingBox", "confidence");
    assertThat(item)
        .doesNotContainKeys("photo_bucket", "photo_key", "thumb_key", "boundingbox");
    assertThat(item.get("confidence").n()).isEqualTo("99.5");
    assertThat(item.get("thumbKey").s()).isEqualTo(thumb(5, 5, 2));
  }

  private void laterOnes() {
    photo(PHOTOS);
    occurrence(1, PHOTOS, 1);
    flush();
    try (DynamoTables tables = dynalite.tables(names)) {
      tables.create();
    }
    try (DynamoCatalog catalog = dynalite.open(names)) {
      assertThat(catalog.people().find(new PersonId(person(1))).orElseThrow().photoCount())
          .isEqualTo(3);
      assertThat(Audit.of(catalog).photos()).hasSize(PHOTOS + 1);
    }
  }
}
