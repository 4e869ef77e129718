package app.likeness.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.catalog.NewFace;
import app.likeness.catalog.Samples;
import app.likeness.catalog.sqlite.SqliteCatalog;
import app.likeness.model.Decision;
import app.likeness.model.Decision.Hide;
import app.likeness.model.Decision.Same;
import app.likeness.model.Decision.Undo;
import app.likeness.model.PersonId;
import app.likeness.model.Photo;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a gesture becomes before it is written.
class GesturesTest {
  private static final PersonId ANA = new PersonId("ana");
  private static final PersonId STRANGER = new PersonId("stranger");
  private static final PersonId OTHER = new PersonId("other");

  @TempDir private Path folder;
  private SqliteCatalog catalog;
  private Ledger ledger;
  private Gestures gestures;

  @BeforeEach
  void open() {
    catalog = SqliteCatalog.open(folder.resolve("catalog.sqlite"));
    ledger = new Ledger(catalog);
    gestures = new Gestures(catalog, ledger);
    Photo photo = Samples.photo("party", 1);
    NewFace[] faces =
        IntStream.rangeClosed(1, 3).mapToObj(n -> Samples.face(photo, n, 1)).toArray(NewFace[]::new);
    catalog.serially(
        () -> {
          Samples.add(catalog, photo, faces);
          catalog.faces().propose(faces[0].id(), ANA, 1);
          catalog.faces().propose(faces[1].id(), STRANGER, 1);
          catalog.faces().propose(faces[2].id(), OTHER, 1);
          ledger.project(Set.of(photo.id()));
          return true;
        });
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  private long decide(Decision... gesture) {
    return catalog
        .serially(() -> ledger.append(gestures.whole(List.of(gesture))))
        .act()
        .seq();
  }

  private boolean hidden(PersonId person) {
    return catalog.people().find(person).orElseThrow().hidden();
  }

  @Test
  void aHiddenStrangerMergedIntoSomebodyVisibleHidesNobody() {
    decide(new Hide(STRANGER, true));
    decide(new Hide(OTHER, true));
    long merge = decide(new Same(STRANGER, ANA), new Same(OTHER, ANA));

    assertThat(hidden(ANA)).isFalse();
    assertThat(catalog.log().before(0, 1).getFirst().decisions())
        .containsExactly(new Same(STRANGER, ANA), new Same(OTHER, ANA), new Hide(ANA, false));
    decide(new Undo(merge));
    assertThat(hidden(ANA)).isFalse();
    assertThat(hidden(STRANGER)).isTrue();
  }

  @Test
  void somebodyShownAgainBeforeAMergeHidesNobodyThoughOneOfTheirsWasHidden() {
    decide(new Hide(STRANGER, false));
    decide(new Hide(OTHER, true));
    decide(new Same(OTHER, STRANGER));
    assertThat(hidden(STRANGER)).isFalse();

    decide(new Same(STRANGER, ANA));
    assertThat(hidden(ANA)).isFalse();
  }

  @Test
  void somebodyHiddenStaysSoWhenAVisibleOneIsMergedIntoThem() {
    decide(new Hide(ANA, true));
    decide(new Same(STRANGER, ANA));
    assertThat(hidden(ANA)).isTrue();
  }

  @Test
  void aGestureThatSaysWhetherToHideIsTakenAtItsWord() {
    decide(new Hide(STRANGER, true));
    decide(new Same(STRANGER, ANA), new Hide(ANA, true));
    assertThat(hidden(ANA)).isTrue();
  }

  @Test
  void aMergeThatHidesNobodySaysNothingOfHiding() {
    decide(new Same(STRANGER, ANA));
    assertThat(catalog.log().before(0, 1).getFirst().decisions())
        .containsExactly(new Same(STRANGER, ANA));
  }
}
