package app.likeness.people;

import static app.likeness.people.Faces.A;
import static app.likeness.people.Faces.ANA;
import static app.likeness.people.Faces.B;
import static app.likeness.people.Faces.BEN;
import static app.likeness.people.Faces.C;
import static app.likeness.people.Faces.CLEO;
import static app.likeness.people.Faces.D;
import static app.likeness.people.Faces.THRESHOLDS;
import static app.likeness.people.Faces.face;
import static app.likeness.people.Faces.like;
import static app.likeness.people.Faces.log;
import static app.likeness.people.Faces.proposed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.likeness.model.Decision.Name;
import app.likeness.model.Decision.Reject;
import app.likeness.model.Decision.Same;
import app.likeness.model.FaceId;
import app.likeness.model.Match;
import app.likeness.model.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Whom a new face joins, and which faces the machine may group anew.
class GroupingTest {
  private static final FaceId NEW = face("new", 1);

  private static Optional<PersonId> choose(
      Decisions log, Map<FaceId, PersonId> own, Set<PersonId> onPhoto, Match... neighbours) {
    return Grouping.choose(
            NEW, List.of(neighbours), f -> Optional.ofNullable(own.get(f)), log, THRESHOLDS, onPhoto)
        .map(Grouping.Choice::person);
  }

  @Test
  void aNewFaceJoinsThePersonItIsMostLike() {
    var own = Map.of(A, ANA, B, BEN);
    assertEquals(Optional.of(BEN), choose(log(), own, Set.of(), like(B, .7), like(A, .6)));
  }

  @Test
  void aNewFaceLikeNobodyIsSomebodyNew() {
    assertEquals(Optional.empty(), choose(log(), Map.of(A, ANA), Set.of(), like(A, .49)));
    assertEquals(Optional.empty(), choose(log(), Map.of(), Set.of(), like(A, .9)));
  }

  @Test
  void onePersonIsJudgedByThreeFacesSoThatOneLookAlikeDoesNotChain() {
    var own = Map.of(A, ANA, B, ANA, C, ANA, D, BEN);
    var alike = new Match[] {like(A, .6), like(D, .55), like(B, .4), like(C, .4)};
    assertEquals(Optional.of(BEN), choose(log(), own, Set.of(), alike));
  }

  @Test
  void mergedPersonsAreJudgedTogetherAndTheNearestOfThemIsProposed() {
    var own = Map.of(A, ANA, B, BEN, C, CLEO);
    var alike = new Match[] {like(B, .6), like(C, .57), like(A, .56)};
    assertEquals(Optional.of(BEN), choose(log(new Same(BEN, ANA)), own, Set.of(), alike));
  }

  @Test
  void aNewFaceNeverJoinsSomebodyItRejectsNorAnybodyMergedWithThem() {
    var own = Map.of(A, ANA, B, BEN, C, CLEO);
    var log = log(new Reject(NEW, Set.of(ANA)), new Same(BEN, ANA));
    var alike = new Match[] {like(A, .9), like(B, .8), like(C, .6)};
    assertEquals(Optional.of(CLEO), choose(log, own, Set.of(), alike));
  }

  @Test
  void aNewFaceNeverJoinsSomebodyWhoIsOnThePhotoAlready() {
    var own = Map.of(A, ANA, B, BEN, C, CLEO);
    var alike = new Match[] {like(A, .9), like(B, .8), like(C, .6)};
    assertEquals(Optional.of(CLEO), choose(log(new Same(BEN, ANA)), own, Set.of(BEN), alike));
  }

  @Test
  void aFaceIsFreeUntilPeopleSpeakOfItOrOfWhomItWasProposedFor() {
    var photo = proposed(A, ANA, A, BEN);
    assertTrue(Grouping.free(A, photo, log(new Name(CLEO, "Cleo"))));
    assertFalse(Grouping.free(A, photo, log(new Name(BEN, "Ben"))));
    assertFalse(Grouping.free(A, photo, log(new Reject(A, Set.of(CLEO)))));
  }

  @Test
  void aFaceInWhosePlaceAnotherOfThePhotoWouldMoveUpIsNotFree() {
    FaceId beside = face("a", 2);
    assertFalse(Grouping.free(A, proposed(A, ANA, beside, ANA, beside, BEN), log()));
    assertTrue(Grouping.free(A, proposed(A, ANA, beside, BEN), log()));
  }
}
