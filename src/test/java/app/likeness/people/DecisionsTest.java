package app.likeness.people;

import static app.likeness.people.Faces.ANA;
import static app.likeness.people.Faces.BEN;
import static app.likeness.people.Faces.CLEO;
import static app.likeness.people.Faces.act;
import static app.likeness.people.Faces.acts;
import static app.likeness.people.Faces.face;
import static app.likeness.people.Faces.log;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.likeness.model.Act;
import app.likeness.model.Decision.Confirm;
import app.likeness.model.Decision.Hide;
import app.likeness.model.Decision.Name;
import app.likeness.model.Decision.Reject;
import app.likeness.model.Decision.Same;
import app.likeness.model.Decision.Undo;
import app.likeness.model.FaceId;
import app.likeness.model.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecisionsTest {
  private static final FaceId FACE = face("a", 1);

  @Test
  void anUndoneActStandsAgainWhenItsUndoIsUndone() {
    Decisions log = log(new Name(ANA, "Ana"), new Undo(1), new Undo(2));
    assertTrue(log.stands(1));
    assertFalse(log.stands(2));
    assertEquals("Ana", log.name(ANA));
    log.append(act(4, new Undo(3)));
    assertFalse(log.stands(1));
    assertEquals("", log.name(ANA));
  }

  @Test
  void anUndoOfItselfOrOfALaterActMeansNothing() {
    Decisions log = log(new Undo(1), new Undo(3), new Name(ANA, "Ana"));
    assertTrue(log.stands(1));
    assertTrue(log.stands(3));
  }

  @Test
  void mergedPersonsAreShownAsTheTargetOfTheLatestMerge() {
    Decisions log = log(new Same(ANA, BEN), new Same(BEN, CLEO));
    assertEquals(Set.of(ANA, BEN, CLEO), log.members(ANA));
    assertEquals(CLEO, log.shown(ANA));
    log.append(act(3, new Undo(2)));
    assertEquals(BEN, log.shown(ANA));
    assertEquals(CLEO, log.shown(CLEO));
  }

  @Test
  void undoingOneOfTwoMergesLeavesThoseThatAnotherStillJoins() {
    Decisions log =
        log(new Same(ANA, BEN), new Same(BEN, CLEO), new Same(CLEO, ANA), new Undo(2));
    assertEquals(Set.of(ANA, BEN, CLEO), log.members(BEN));
  }

  @Test
  void aClassIsCalledAfterItsShownPersonElseAfterWhomWasNamedLast() {
    Decisions log = log(new Name(BEN, "Ben"), new Name(CLEO, "Cleo"), new Same(BEN, ANA));
    assertEquals("Ben", log.name(ANA));
    log.append(act(4, new Same(CLEO, ANA)));
    assertEquals("Cleo", log.name(BEN));
    log.append(act(5, new Name(ANA, "Ana")));
    assertEquals("Ana", log.name(CLEO));
    log.append(act(6, new Name(ANA, "")));
    assertEquals("", log.name(ANA));
  }

  @Test
  void hidingEndsWhereItIsTakenBackOrUndone() {
    Decisions log = log(new Hide(ANA, true), new Hide(ANA, false), new Hide(BEN, true), new Undo(3));
    assertFalse(log.hidden(ANA));
    assertFalse(log.hidden(BEN));
    log.append(act(5, new Undo(2)));
    assertTrue(log.hidden(ANA));
  }

  @Test
  void aRejectionCountsForEverybodyWhoIsMergedWithThePersonRejected() {
    Decisions log = log(new Reject(FACE, Set.of(ANA)), new Same(BEN, ANA));
    assertTrue(log.rejects(FACE, BEN));
    assertFalse(log.rejects(FACE, CLEO));
  }

  @Test
  void aRejectionOfMergedPersonsOutlivesTheEndOfTheMerge() {
    Decisions log = log(new Same(BEN, ANA), new Reject(FACE, Set.of(ANA, BEN)), new Undo(1));
    assertTrue(log.rejects(FACE, ANA));
    assertTrue(log.rejects(FACE, BEN));
  }

  @Test
  void aConfirmationClearsEarlierRejectionsOfThatPerson() {
    Decisions log = log(new Reject(FACE, Set.of(ANA)), new Confirm(FACE, ANA));
    assertFalse(log.rejects(FACE, ANA));
    log.append(act(3, new Undo(2)));
    assertTrue(log.rejects(FACE, ANA));
  }

  @Test
  void whatAnyActEverNamedIsHeldEvenIfItWasUndone() {
    Decisions log = log(new Confirm(FACE, ANA), new Undo(1));
    assertTrue(log.held(FACE));
    assertTrue(log.held(ANA));
    assertFalse(log.held(face("a", 2)));
    assertFalse(log.held(BEN));
  }

  @Test
  void anActTellsWhoseClassesAndWhichFacesItCanHaveChanged() {
    Decisions log = log(new Reject(FACE, Set.of(CLEO)), new Same(ANA, BEN));
    Touched merged = log.append(act(3, new Same(BEN, CLEO)));
    assertEquals(Set.of(ANA, BEN, CLEO), merged.persons());
    assertEquals(Set.of(FACE), merged.faces());
    assertEquals(merged, log.append(act(4, new Undo(3))));
    assertEquals(Set.of(ANA, BEN), log.append(act(5, new Name(ANA, "Ana"))).persons());
    assertEquals(Set.of(), log.append(act(6, new Confirm(FACE, ANA))).persons());
  }

  @Test
  void anActThatIsNotTheNextIsRefused() {
    Decisions log = log(new Name(ANA, "Ana"));
    assertThrows(IllegalArgumentException.class, () -> log.append(act(1, new Undo(1))));
    assertThrows(IllegalArgumentException.class, () -> log.append(act(3, new Undo(1))));
  }

  @Test
  void aLongLogIsReadAndAppendedToWithoutGoingThroughItAgain() {
    List<Act> acts = new ArrayList<>();
    for (int i = 1; i <= 100_000; i++) {
      acts.add(
          act(
              i,
              switch (i % 5) {
                case 0 -> new Name(new PersonId("p" + i % 1000), "Name " + i);
                case 1 -> new Confirm(face("a" + i, 1), new PersonId("p" + i % 1000));
                case 2 -> new Reject(face("a" + i, 1), Set.of(new PersonId("p" + i % 1000)));
                case 3 -> new Same(new PersonId("s" + i), new PersonId("s" + (i - i % 50)));
                default -> new Undo(i - 2);
              }));
    }
    Decisions log = Decisions.of(acts);
    Touched rejected = log.append(act(100_001, new Undo(99_999)));
    assertEquals(Set.of(face("a99997", 1)), rejected.faces());
    Touched merged = log.append(act(100_002, new Undo(99_998)));
    assertEquals(11, merged.persons().size());
    assertEquals(10, log.members(new PersonId("s99950")).size());
  }

  @Test
  void undoingAndRedoingOneActForAWholeDayStaysExact() {
    List<Act> acts = acts(new Name(ANA, "Ana"));
    for (long i = 2; i <= 100_000; i++) {
      acts.add(new Act(i, Instant.EPOCH, List.of(new Undo(i - 1))));
    }
    Decisions log = Decisions.of(acts);
    assertEquals("", log.name(ANA));
    log.append(act(100_001, new Undo(100_000)));
    assertEquals("Ana", log.name(ANA));
  }
}
