package app.likeness.ui.person;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.catalog.Changes;
import app.likeness.gallery.People;
import app.likeness.gallery.Workspace;
import app.likeness.model.Decision;
import app.likeness.model.Face;
import app.likeness.model.FaceId;
import app.likeness.model.Person;
import app.likeness.model.PersonId;
import app.likeness.model.Photo;
import app.likeness.testing.DrawnGallery;
import app.likeness.testing.Galleries;
import app.likeness.ui.Background;
import app.likeness.ui.controls.GridItems;
import app.likeness.ui.controls.Notices;
import app.likeness.ui.people.Acts;
import app.likeness.ui.people.PeopleVerbs;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonModelTest {
  private static final Changes ALL = new Changes(Set.of(), Set.of(), true, "");

  private static Path template;
  @TempDir private Path folder;
  private Workspace.Session session;
  private People people;
  private PeopleVerbs verbs;
  private PersonModel model;
  private Person first;
  private Person second;

  @BeforeAll
  static void draw(@TempDir Path drawn) {
    DrawnGallery.fill(drawn, 14, 4, 3);
    template = drawn;
  }

  @BeforeEach
  void open() {
    DrawnGallery.copy(template, folder);
    session = Galleries.open(folder);
    people = session.gallery().people();
    Background background =
        Background.direct(
            failure -> {
              throw new AssertionError(failure);
            });
    Notices notices = new Notices();
    verbs = new PeopleVerbs(people, new Acts(people, background, notices), background, notices);
    first = Galleries.people(session.gallery()).get(0);
    second = Galleries.people(session.gallery()).get(1);
    model = new PersonModel(first.id(), session.gallery(), background, verbs);
    model.follow(ALL);
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void showsWhoItIsWithAllTheirPhotosAndFaces() {
    assertThat(model.person()).isEqualTo(first);
    assertThat(all(model.photos()))
        .hasSize(first.photoCount())
        .doesNotHaveDuplicates()
        .isSortedAccordingTo(Comparator.comparing(Photo::sortedAt).reversed());
    assertThat(all(model.faces())).hasSize(first.photoCount());
    assertThat(model.historyProperty().get()).isEmpty();
  }

  @Test
  void aRejectedFaceGoesAndComesBackFromTheHistory() {
    List<FaceId> before = faces();
    FaceId wrong = before.getFirst();
    model.reject(List.of(wrong));
    model.follow(ALL);
    assertThat(faces()).hasSize(before.size() - 1).doesNotContain(wrong);
    assertThat(model.person().photoCount()).isEqualTo(first.photoCount() - 1);

    model.undo(model.historyProperty().get().getFirst().act().seq());
    model.follow(ALL);
    assertThat(faces()).hasSameElementsAs(before);
    assertThat(model.historyProperty().get().getFirst().undone()).isTrue();
  }

  @Test
  void onlyNewsOfThemIsReadAgain() {
    people.decide(List.of(new Decision.Name(first.id(), "Ana")));
    model.follow(changed(second.id()));
    assertThat(model.person().name()).isEmpty();
    model.follow(changed(first.id()));
    assertThat(model.person().name()).isEqualTo("Ana");
    assertThat(model.historyProperty().get()).hasSize(1);
  }

  @Test
  void whoeverTheyAreMergedIntoIsShown() {
    people.decide(List.of(new Decision.Name(second.id(), "Ben")));
    verbs.merge(List.of(first.id()), second.id());
    model.follow(changed(first.id()));
    assertThat(model.person().id()).isEqualTo(second.id());
    assertThat(model.person().name()).isEqualTo("Ben");
    assertThat(all(model.faces())).hasSize(first.photoCount() + second.photoCount());

    people.decide(List.of(new Decision.Name(second.id(), "Benjamin")));
    model.follow(changed(second.id()));
    assertThat(model.person().name()).isEqualTo("Benjamin");
  }

  @Test
  void hidingTurnsRound() {
    model.hide();
    model.follow(ALL);
    assertThat(model.person().hidden()).isTrue();
    model.hide();
    model.follow(ALL);
    assertThat(model.person().hidden()).isFalse();
  }

  @Test
  void isToldWhenNobodyIsLeft() {
    AtomicBoolean gone = new AtomicBoolean();
    model.onGone(() -> gone.set(true));
    model.follow(ALL);
    assertThat(gone).isFalse();
    session.gallery().photos().delete(all(model.photos()).stream().map(Photo::id).toList());
    model.follow(ALL);
    assertThat(gone).isTrue();
  }

  private static Changes changed(PersonId id) {
    return new Changes(Set.of(), Set.of(id), false, "");
  }

  private List<FaceId> faces() {
    return all(model.faces()).stream().map(Face::id).toList();
  }

  private static <T> List<T> all(GridItems<?, T> items) {
    items.show(0, 200);
    return IntStream.range(0, items.size()).mapToObj(items::get).toList();
  }
}
