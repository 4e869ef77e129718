package app.likeness.ui.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.catalog.Changes;
import app.likeness.gallery.Workspace;
import app.likeness.model.Decision;
import app.likeness.model.Person;
import app.likeness.model.PersonId;
import app.likeness.testing.DrawnGallery;
import app.likeness.testing.Galleries;
import app.likeness.ui.Background;
import app.likeness.ui.controls.Notice;
import app.likeness.ui.controls.Notices;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleModelTest {
  private static Path template;
  @TempDir private Path folder;
  private final Notices notices = new Notices();
  private Workspace.Session session;
  private PeopleModel model;
  private PeopleVerbs verbs;

  @BeforeAll
  static void draw(@TempDir Path drawn) {
    DrawnGallery.fill(drawn, 14, 4, 3);
    template = drawn;
  }

  @BeforeEach
  void open() {
    DrawnGallery.copy(template, folder);
    session = Galleries.open(folder);
    Background background =
        Background.direct(
            failure -> {
              throw new AssertionError(failure);
            });
    var people = session.gallery().people();
    verbs = new PeopleVerbs(people, new Acts(people, background, notices), background, notices);
    model = new PeopleModel(people, background, verbs);
    model.follow(new Changes(Set.of(), Set.of(), true, ""));
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void strangersAreFoldedAwayUntilAskedFor() {
    int folded = shown().size();
    assertThat(model.strangersProperty().get().count()).isGreaterThanOrEqualTo(3);
    assertThat(shown()).allMatch(person -> person.photoCount() > 1);
    model.unfoldedProperty().set(true);
    assertThat(shown()).hasSize(folded + model.strangersProperty().get().count());
  }

  @Test
  void aStrangerWithANameIsOneOfUs() {
    int strangers = model.strangersProperty().get().count();
    model.unfoldedProperty().set(true);
    Person stranger = shown().getLast();
    verbs.rename(stranger, "Zoë");
    assertThat(model.strangersProperty().get().count()).isEqualTo(strangers - 1);
    model.unfoldedProperty().set(false);
    assertThat(shown()).extracting(Person::name).contains("Zoë");
  }

  @Test
  void theNamedComeFirst() {
    Person last = shown().getLast();
    verbs.rename(last, "  Ana   Maria ");
    assertThat(shown().getFirst().id()).isEqualTo(last.id());
    assertThat(shown().getFirst().name()).isEqualTo("Ana Maria");
  }

  @Test
  void searchingNarrowsWithoutRegardToCaseAndAccents() {
    verbs.rename(shown().get(0), "Chloë");
    verbs.rename(shown().get(1), "Ben");
    model.searchProperty().set("chlo");
    assertThat(shown()).extracting(Person::name).containsExactly("Chloë");
    model.searchProperty().set("nobody");
    assertThat(shown()).isEmpty();
    model.searchProperty().set("");
    assertThat(shown()).hasSizeGreaterThan(2);
  }

  @Test
  void mergingGoesIntoTheNamedAndIsUndoneAndRedone() {
    List<Person> before = shown();
    PersonId largest = before.get(0).id();
    PersonId named = before.get(1).id();
    verbs.rename(before.get(1), "Ben");
    verbs.merge(List.of(largest, named));
    assertThat(ids()).contains(named).doesNotContain(largest);
    assertThat(said()).isEqualTo("Merged 2 people into Ben");

    verbs.acts().undo();
    assertThat(ids()).contains(named, largest);
    verbs.acts().redo();
    assertThat(ids()).contains(named).doesNotContain(largest);
    verbs.acts().undo();
    verbs.acts().undo();
    assertThat(shown()).extracting(Person::name).doesNotContain("Ben");
  }

  @Test
  void theNoticeTakesBackWhatItTells() {
    Person first = shown().getFirst();
    verbs.hide(List.of(first.id()), true);
    assertThat(ids()).doesNotContain(first.id());
    model.hiddenProperty().set(true);
    assertThat(ids()).containsExactly(first.id());
    notices.act();
    assertThat(ids()).isEmpty();
    model.hiddenProperty().set(false);
    assertThat(ids()).contains(first.id());
  }

  @Test
  void anotherOfTheSameNameIsOfferedForMerging() {
    Person one = shown().get(0);
    Person other = shown().get(1);
    verbs.rename(one, "Ana");
    verbs.rename(other, "ana");
    assertThat(said()).contains("another");
    notices.act();
    assertThat(ids()).contains(one.id()).doesNotContain(other.id());
  }

  @Test
  void nothingMovesWhileANameIsTyped() {
    Person last = shown().getLast();
    model.typing(true);
    session.gallery().people().decide(
        List.of(new Decision.Name(last.id(), "Ana")));
    model.follow(new Changes(Set.of(), Set.of(last.id()), false, ""));
    assertThat(ids().getLast()).isEqualTo(last.id());
    model.typing(false);
    assertThat(ids().getFirst()).isEqualTo(last.id());
  }

  private String said() {
    Notice notice = notices.current();
    return notice == null ? "" : notice.text();
  }

  private List<PersonId> ids() {
    return shown().stream().map(Person::id).toList();
  }

  private List<Person> shown() {
    var items = model.items();
    items.show(0, 100);
    return IntStream.range(0, items.size()).mapToObj(items::get).toList();
  }
}
