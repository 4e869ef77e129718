package app.likeness.people;

import static app.likeness.people.Faces.ANA;
import static app.likeness.people.Faces.BEN;
import static app.likeness.people.Faces.CLEO;
import static app.likeness.people.Faces.face;
import static app.likeness.people.Faces.log;
import static app.likeness.people.Faces.proposed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.likeness.model.Decision.Confirm;
import app.likeness.model.Decision.Reject;
import app.likeness.model.Decision.Same;
import app.likeness.model.Decision.Undo;
import app.likeness.model.FaceId;
import app.likeness.model.Proposal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProjectionTest {
  private static final FaceId FIRST = face("a", 1);
  private static final FaceId SECOND = face("a", 2);

  @Test
  void aFaceWithoutProposalsBelongsToNobody() {
    var own = Projection.own(log(), Map.of(FIRST, List.of()));
    assertEquals(Set.of(FIRST), own.keySet());
    assertNull(own.get(FIRST));
  }

  @Test
  void theEarliestProposalCountsNotTheBest() {
    var photo = Map.of(FIRST, List.of(new Proposal(FIRST, ANA, .9, 2), new Proposal(FIRST, BEN, .5, 1)));
    assertEquals(BEN, Projection.own(log(), photo).get(FIRST));
  }

  @Test
  void aConfirmationGoesBeforeAnyProposal() {
    var own = Projection.own(log(new Confirm(FIRST, BEN)), proposed(FIRST, ANA));
    assertEquals(BEN, own.get(FIRST));
  }

  @Test
  void aRejectedPersonGivesWayToTheNextProposal() {
    var photo = proposed(FIRST, ANA, FIRST, BEN);
    assertEquals(BEN, Projection.own(log(new Reject(FIRST, Set.of(ANA))), photo).get(FIRST));
  }

  @Test
  void aRejectionTakesBackAnEarlierConfirmationAndALaterOneWins() {
    var reject = new Reject(FIRST, Set.of(ANA));
    var confirm = new Confirm(FIRST, ANA);
    assertNull(Projection.own(log(confirm, reject), proposed(FIRST, ANA)).get(FIRST));
    assertEquals(ANA, Projection.own(log(reject, confirm), proposed(FIRST, ANA)).get(FIRST));
    assertEquals(ANA, Projection.own(log(confirm, reject, new Undo(2)), Map.of(FIRST, List.of())).get(FIRST));
  }

  @Test
  void aRejectionOfSomebodyElseLeavesAConfirmationAlone() {
    var log = log(new Confirm(FIRST, ANA), new Reject(FIRST, Set.of(BEN)));
    assertEquals(ANA, Projection.own(log, proposed(FIRST, CLEO)).get(FIRST));
  }

  @Test
  void aPersonIsOnAPhotoOnceByProposal() {
    var own = Projection.own(log(), proposed(FIRST, ANA, SECOND, ANA, SECOND, BEN));
    assertEquals(ANA, own.get(FIRST));
    assertEquals(BEN, own.get(SECOND));
  }

  @Test
  void aProposalYieldsToAConfirmationOnTheSamePhoto() {
    var own = Projection.own(log(new Confirm(SECOND, ANA)), proposed(FIRST, ANA, SECOND, BEN));
    assertNull(own.get(FIRST));
    assertEquals(ANA, own.get(SECOND));
  }

  @Test
  void twoFacesOfAPhotoMayBeConfirmedForOnePerson() {
    var log = log(new Confirm(FIRST, ANA), new Confirm(SECOND, ANA));
    var own = Projection.own(log, proposed(FIRST, BEN, SECOND, CLEO));
    assertEquals(ANA, own.get(FIRST));
    assertEquals(ANA, own.get(SECOND));
  }

  @Test
  void aMergeThrowsNoFaceOut() {
    var own = Projection.own(log(new Same(BEN, ANA)), proposed(FIRST, ANA, SECOND, BEN));
    assertEquals(ANA, own.get(FIRST));
    assertEquals(BEN, own.get(SECOND));
  }

  @Test
  void whatWasProposedMeanwhileDoesNotStandInTheWayOfAnUndo() {
    var photo = proposed(FIRST, ANA, SECOND, BEN, SECOND, ANA);
    var away = new Confirm(FIRST, CLEO);
    var notBen = new Reject(SECOND, Set.of(BEN));
    assertEquals(ANA, Projection.own(log(away, notBen), photo).get(SECOND));
    assertEquals(ANA, Projection.own(log(away, notBen, new Undo(1)), photo).get(FIRST));
    assertNull(Projection.own(log(away, notBen, new Undo(1)), photo).get(SECOND));
  }
}
