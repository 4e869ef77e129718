package app.likeness.catalog;

import static app.likeness.catalog.Samples.NOW;
import static app.likeness.catalog.Samples.add;
import static app.likeness.catalog.Samples.face;
import static app.likeness.catalog.Samples.photo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.model.Capture;
import app.likeness.model.Face;
import app.likeness.model.FaceId;
import app.likeness.model.GalleryException;
import app.likeness.model.Page;
import app.likeness.model.PersonId;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.model.PhotoState;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every table of photos does: states, leases, the timeline.
public abstract class PhotoTableContract extends CatalogContract {
  private static final PersonId ANN = new PersonId("ann");

  private final Photo one = photo("one", 1);

  private void uploaded(Photo photo) {
    catalog.photos().begin(photo);
    catalog.photos().advance(photo.id(), PhotoState.PENDING, PhotoState.UPLOADED);
  }

  private boolean lease(String owner, int from, int to) {
    return catalog
        .photos()
        .lease(one.id(), owner, NOW.plusSeconds(from), NOW.plusSeconds(to))
        .isPresent();
  }

  private List<String> timeline(YearMonth from) {
    return all((String cursor) -> catalog.photos().timeline(from, cursor, 2)).stream()
        .map(photo -> photo.id().value())
        .toList();
  }

  private static Photo dated(String id, LocalDateTime time) {
    Photo photo = photo(id, 0);
    return new Photo(
        photo.id(), photo.state(), photo.original(), 1, 1, time, Capture.UNKNOWN, 0, null);
  }

  @Test
  void keepsAllThatIsKnownOfAPhoto() {
    assertThat(catalog.photos().begin(one)).isEqualTo(one);
    assertThat(catalog.photos().find(one.id())).contains(one);
    Photo plain = dated("plain", LocalDateTime.of(1899, 12, 31, 23, 59, 59));
    assertThat(catalog.photos().begin(plain)).isEqualTo(plain);
    assertThat(catalog.photos().find(new PhotoId("none"))).isEmpty();
  }

  @Test
  void answersTheStoredPhotoWhenItIsKnown() {
    catalog.photos().begin(one);
    Photo other = photo("one", 9);
    assertThat(catalog.photos().begin(other)).isEqualTo(one);
  }

  @Test
  void movesAPhotoOnOnlyFromTheStateItIsIn() {
    catalog.photos().begin(one);
    assertThat(catalog.photos().advance(one.id(), PhotoState.UPLOADED, PhotoState.DELETING))
        .isFalse();
    assertThat(catalog.photos().advance(one.id(), PhotoState.PENDING, PhotoState.UPLOADED))
        .isTrue();
    assertThat(catalog.photos().find(one.id()).orElseThrow().state())
        .isEqualTo(PhotoState.UPLOADED);
  }

  @Test
  void leasesAPhotoToOneWorkerUntilTheLeaseIsOver() {
    catalog.photos().begin(one);
    assertThat(lease("a", 0, 10)).isFalse();
    catalog.photos().advance(one.id(), PhotoState.PENDING, PhotoState.UPLOADED);
    assertThat(lease("a", 0, 10)).isTrue();
    assertThat(lease("b", 9, 20)).isFalse();
    assertThat(lease("b", 10, 20)).isTrue();
    assertThat(catalog.photos().complete(one, List.of(), Set.of(), "a")).isFalse();
    assertThat(catalog.photos().fail(one.id(), "a", "Bad.")).isFalse();
    assertThat(catalog.photos().complete(one, List.of(), Set.of(), "b")).isTrue();
    assertThat(lease("c", 100, 200)).isFalse();
  }

  @Test
  void failsAPhotoWithItsReason() {
    uploaded(one);
    lease("a", 0, 10);
    assertThat(catalog.photos().fail(one.id(), "a", "It is no picture.")).isTrue();
    assertThat(catalog.photos().find(one.id()))
        .contains(one.with(PhotoState.INVALID, "It is no picture."));
  }

  @Test
  void completesAPhotoWithItsFaces() {
    Photo ready = add(catalog, one, face(one, 1, 5), face(one, 2, 6));
    assertThat(ready.state()).isEqualTo(PhotoState.READY);
    assertThat(ready.faceCount()).isEqualTo(2);
    Face face = catalog.faces().of(one.id()).getLast();
    NewFace given = face(one, 2, 6);
    assertThat(face)
        .isEqualTo(
            new Face(given.id(), given.box(), .9, 6, 100, given.thumbKey(), null, null));
  }

  @Test
  void aRescanKeepsOwnersAndProposalsOfTheFacesThatStay() {
    add(catalog, one, face(one, 1, 5), face(one, 2, 6), face(one, 3, 7));
    FaceId first = new FaceId(one.id(), 1);
    FaceId second = new FaceId(one.id(), 2);
    catalog.faces().propose(first, ANN, .8);
    catalog.people().apply(new Projected(Map.of(first, ANN, second, ANN), Map.of(), Set.of()));
    Face kept = catalog.faces().of(one.id()).get(1);

    assertThat(
            catalog.photos().complete(
                one, List.of(face(one, 1, 9), face(one, 4, 4)), Set.of(second), null))
        .isTrue();

    List<Face> faces = catalog.faces().of(one.id());
    assertThat(faces).extracting(face -> face.id().n()).containsExactly(1, 2, 4);
    assertThat(faces.getFirst().own()).isEqualTo(ANN);
    assertThat(faces.getFirst().quality()).isEqualTo(9);
    assertThat(faces.get(1)).isEqualTo(kept);
    assertThat(catalog.faces().proposals(one.id()).get(first)).hasSize(1);
    assertThat(catalog.people().find(ANN).orElseThrow().cover()).isEqualTo(first);
    assertThat(catalog.photos().find(one.id()).orElseThrow().faceCount()).isEqualTo(3);
    assertThat(catalog.faces().lastNumber(one.id())).isEqualTo(4);
  }

  @Test
  void aRescanThatFindsFewerFacesTakesThemFromTheirPersons() {
    add(catalog, one, face(one, 1, 5));
    FaceId first = new FaceId(one.id(), 1);
    catalog.people().apply(new Projected(Map.of(first, ANN), Map.of(), Set.of()));
    catalog.photos().complete(one, List.of(), Set.of(), null);
    assertThat(catalog.people().find(ANN)).isEmpty();
    assertThat(catalog.faces().lastNumber(one.id())).isEqualTo(1);
    assertThat(catalog.totals()).isEqualTo(new Totals(1, 0, 0, 1001));
  }

  @Test
  void aRescanOfAPhotoThatIsNotReadyWritesNothing() {
    uploaded(one);
    assertThat(catalog.photos().complete(one, List.of(face(one, 1, 5)), Set.of(), null)).isFalse();
    assertThat(catalog.faces().of(one.id())).isEmpty();
  }

  @Test
  void listsPhotosInAStateById() {
    for (String id : List.of("c", "a", "e", "b", "d")) {
      uploaded(photo(id, 1));
    }
    catalog.photos().advance(new PhotoId("b"), PhotoState.UPLOADED, PhotoState.DELETING);
    assertThat(all((String cursor) -> catalog.photos().inState(PhotoState.UPLOADED, cursor, 2)))
        .extracting(photo -> photo.id().value())
        .containsExactly("a", "c", "d", "e");
  }

  @Test
  void theTimelineBeginsWithTheNewestOrAtTheEndOfAMonth() {
    add(catalog, dated("jan", LocalDateTime.of(2020, 1, 31, 23, 59)));
    add(catalog, dated("feb1", LocalDateTime.of(2020, 2, 1, 0, 0)));
    add(catalog, dated("feb2", LocalDateTime.of(2020, 2, 1, 0, 0)));
    add(catalog, dated("old", LocalDateTime.of(1931, 5, 1, 0, 0)));
    catalog.photos().begin(dated("pending", LocalDateTime.of(2021, 2, 1, 0, 0)));
    assertThat(timeline(null)).containsExactly("feb2", "feb1", "jan", "old");
    assertThat(timeline(YearMonth.of(2020, 1))).containsExactly("jan", "old");
    assertThat(catalog.photos().months())
        .containsExactly(
            new Month(YearMonth.of(2020, 2), 2),
            new Month(YearMonth.of(2020, 1), 1),
            new Month(YearMonth.of(1931, 5), 1));
  }

  @Test
  void pagesStayCompleteAndWithoutDoublesWhilePhotosComeAndGo() {
    for (int day = 10; day < 20; day++) {
      add(catalog, photo("day" + day, day));
    }
    Page<Photo> first = catalog.photos().timeline(null, null, 4);
    add(catalog, photo("new", 30));
    add(catalog, photo("older", 5));
    catalog.photos().erase(new PhotoId("day18"));
    catalog.photos().erase(new PhotoId("day16"));
    Page<Photo> second = catalog.photos().timeline(null, first.next(), 100);
    assertThat(second.items())
        .extracting(photo -> photo.id().value())
        .containsExactly("day15", "day14", "day13", "day12", "day11", "day10", "older");
    assertThat(second.next()).isNull();
  }

  @Test
  void aPhotoToBeDeletedLeavesTheTimelineAndItsPersonsAtOnce() {
    add(catalog, one, face(one, 1, 5));
    FaceId first = new FaceId(one.id(), 1);
    catalog.faces().propose(first, ANN, 1);
    catalog.people().apply(new Projected(Map.of(first, ANN), Map.of(), Set.of()));
    catalog.photos().advance(one.id(), PhotoState.READY, PhotoState.DELETING);
    assertThat(timeline(null)).isEmpty();
    assertThat(catalog.photos().months()).isEmpty();
    assertThat(catalog.people().list(PeopleQuery.ALL, null, 10).items()).isEmpty();
    assertThat(catalog.faces().of(one.id())).hasSize(1);
  }

  @Test
  void erasesAPhotoWithAllThatWasKnownOfIt() {
    add(catalog, one, face(one, 1, 5));
    FaceId first = new FaceId(one.id(), 1);
    catalog.faces().propose(first, ANN, 1);
    catalog.photos().erase(one.id());
    catalog.photos().erase(one.id());
    assertThat(catalog.photos().find(one.id())).isEmpty();
    assertThat(catalog.faces().find(List.of(first))).isEmpty();
    assertThat(catalog.faces().since(0, 10)).isEmpty();
    assertThat(catalog.people().existing(List.of(ANN))).isEmpty();
    assertThat(catalog.totals()).isEqualTo(new Totals(0, 0, 0, 0));
  }

  @Test
  void refusesACursorThatIsNone() {
    assertThatThrownBy(() -> catalog.photos().timeline(null, "?", 1))
        .isInstanceOf(GalleryException.NotFound.class);
  }
}
