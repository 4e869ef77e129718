package app.likeness.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.catalog.PeopleQuery;
import app.likeness.catalog.PersonPhoto;
import app.likeness.model.Act;
import app.likeness.model.Decision;
import app.likeness.model.GalleryException;
import app.likeness.model.Page;
import app.likeness.model.Person;
import app.likeness.model.PersonId;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.model.PhotoState;
import app.likeness.model.PictureType;
import app.likeness.storage.Uploader;
import app.likeness.testing.Galleries;
import app.likeness.testing.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every gallery keeps, wherever it lies.
public abstract class GalleryContract extends OpenGallery {
  private List<Person> people() {
    return Galleries.people(gallery);
  }

  @Test
  void listsAreCompleteAndInOrderWhateverThePage() {
    List<Photo> once = gallery.photos().timeline(null, null, 1000).items();
    List<Photo> paged = Galleries.all(cursor -> gallery.photos().timeline(null, cursor, 7));

    assertThat(once).hasSize(PHOTOS).isEqualTo(paged);
    assertThat(once).isSortedAccordingTo((a, b) -> b.sortedAt().compareTo(a.sortedAt()));
    assertThat(gallery.photos().months().stream().mapToInt(month -> month.photos()).sum())
        .isEqualTo(PHOTOS);
    assertThat(gallery.totals().photos()).isEqualTo(PHOTOS);
    assertThat(Galleries.faces(gallery)).hasSize(gallery.totals().faces());
  }

  @Test
  void aMonthIsWhereATimelineMayBegin() {
    YearMonth middle = gallery.photos().months().get(2).month();

    Page<Photo> page = gallery.photos().timeline(middle, null, 5);

    assertThat(YearMonth.from(page.items().getFirst().sortedAt())).isEqualTo(middle);
  }

  @Test
  void aPersonsPhotosAndFacesAreTheirs() {
    Person most = people().getFirst();
    List<PersonPhoto> photos =
        Galleries.all(cursor -> gallery.people().photosOf(most.id(), cursor, 3));

    assertThat(photos).hasSize(most.photoCount());
    assertThat(photos).allMatch(shown -> most.id().equals(shown.face().person()));
    assertThat(gallery.people().facesOf(most.id(), null, 1000).items()).hasSize(most.faceCount());
    assertThat(gallery.people().person(most.id())).contains(most);
    Photo photo = photos.getFirst().photo();
    assertThat(gallery.photos().photo(photo.id())).contains(photo);
    assertThat(gallery.photos().faces(photo.id())).contains(photos.getFirst().face());
  }

  @Test
  void whatIsNotThereIsEmptyOrNotFound() {
    assertThat(gallery.photos().photo(new PhotoId("0123456789"))).isEmpty();
    assertThat(gallery.people().person(new PersonId("nobody"))).isEmpty();
    assertThat(gallery.photos().views(List.of())).isEmpty();
    assertThatThrownBy(() -> gallery.photos().open(new PhotoId("0123456789")))
        .isInstanceOf(GalleryException.NotFound.class);
    assertThatThrownBy(() -> gallery.photos().delete(List.of(new PhotoId("0123456789"))))
        .isInstanceOf(GalleryException.NotFound.class)
        .hasMessageContaining("0123456789");
  }

  @Test
  void viewUrlsShowTheObjects() throws Exception {
    Photo photo = gallery.photos().timeline(null, null, 1).items().getFirst();
    String key = photo.original().key();

    assertThat(gallery.photos().views(List.of(key))).containsOnlyKeys(key);
    try (var in = gallery.photos().open(photo.id())) {
      assertThat(in.readAllBytes()).hasSize((int) photo.original().bytes());
    }
  }

  @Test
  void aDecisionIsShownToldAndTakenBack() {
    Person person = people().getFirst();

    Act act = gallery.people().decide(List.of(new Decision.Name(person.id(), "Ada Ünal")));

    assertThat(gallery.people().person(person.id()).map(Person::name)).contains("Ada Ünal");
    var query = new PeopleQuery(PeopleQuery.Order.NAME, "unal", false, 1, 0);
    assertThat(gallery.people().list(query, null, 9).items()).hasSize(1);
    People.Past past = gallery.people().history(0, 1).getFirst();
    assertThat(past.act()).isEqualTo(act);
    assertThat(past.undone()).isFalse();
    gallery.people().undo(act.seq());
    assertThat(gallery.people().person(person.id()).map(Person::name)).contains("");
    assertThat(gallery.people().history(act.seq() + 1, 1).getFirst().undone()).isTrue();
  }

  @Test
  void everyKindOfDecisionIsTaken() {
    List<Person> people = people();
    PersonId first = people.get(0).id();
    PersonId second = people.get(1).id();
    var face = gallery.people().facesOf(first, null, 1).items().getFirst().id();

    gallery.people().decide(List.of(new Decision.Reject(face, Set.of(first))));
    gallery.people().decide(List.of(new Decision.Confirm(face, second)));
    gallery.people().decide(List.of(new Decision.Same(second, first)));
    gallery.people().decide(List.of(new Decision.Hide(first, true)));

    assertThat(gallery.people().history(0, 10)).hasSize(4);
    assertThat(gallery.people().person(second).map(Person::id)).contains(first);
    assertThat(gallery.people().person(first).map(Person::hidden)).contains(true);
  }

  @Test
  void aDecisionAboutNobodyIsRefused() {
    assertThatThrownBy(
            () -> gallery.people().decide(List.of(new Decision.Name(new PersonId("x"), "X"))))
        .isInstanceOf(GalleryException.Conflict.class);
    assertThat(gallery.people().history(0, 1)).isEmpty();
  }

  @Test
  void changesTellWhatSomebodyElseDid() {
    String before = gallery.changes(null).next();
    PersonId person = people().getFirst().id();
    assertThat(gallery.changes(before).isEmpty()).isTrue();

    session.gallery().people().decide(List.of(new Decision.Name(person, "Eve")));

    assertThat(gallery.changes(before).persons()).contains(person);
  }

  @Test
  void aPhotoIsSentByTicketAndItsFacesFound() throws Exception {
    Path file = Samples.photo(1);
    NewPhoto photo =
        new NewPhoto(
            "Ada's.jpg", PictureType.JPEG, Files.size(file),
            Hashes.sha256(Files.readAllBytes(file)), LocalDateTime.of(2026, 5, 1, 12, 0));
    assertThat(gallery.uploads().begin(photo)).isInstanceOf(Begun.Send.class);

    try (Uploader uploader = new Uploader()) {
      uploader.send(
          () -> gallery.uploads().begin(photo) instanceof Begun.Send send
              ? Optional.of(send.ticket()) : Optional.empty(),
          file, _ -> {});
    }
    Photo ready = gallery.uploads().finish(PhotoId.of(photo.sha256()), null);
    gallery.uploads().regroup();

    assertThat(ready.state()).isEqualTo(PhotoState.READY);
    assertThat(ready.faceCount()).isPositive();
    assertThat(gallery.charts().attributes(ready.id())).hasSize(ready.faceCount());
    assertThat(gallery.charts().ages().stream().mapToInt(each -> each).sum())
        .isEqualTo(ready.faceCount());
    assertThat(gallery.charts().smiles()).hasSize(2).contains(1); // one of the three does not smile
    assertThat(gallery.uploads().begin(photo)).isEqualTo(new Begun.Present(
        gallery.photos().photo(ready.id()).orElseThrow()));
    gallery.photos().delete(List.of(ready.id()));
    assertThat(gallery.photos().photo(ready.id())).isEmpty();
    assertThat(gallery.charts().ages()).containsOnly(0);
  }

  @Test
  void recognitionIsSwitchedOffAndOn() {
    assertThat(gallery.people().recognition()).isTrue();
    gallery.people().recognition(false);
    assertThat(gallery.people().recognition()).isFalse();
    gallery.people().recognition(true);
    assertThat(gallery.people().recognition()).isTrue();
  }
}
