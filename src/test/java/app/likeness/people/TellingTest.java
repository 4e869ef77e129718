package app.likeness.people;

import static app.likeness.people.Faces.ANA;
import static app.likeness.people.Faces.BEN;
import static app.likeness.people.Faces.CLEO;
import static app.likeness.people.Faces.act;
import static app.likeness.people.Faces.face;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.likeness.model.Act;
import app.likeness.model.Decision;
import app.likeness.model.Decision.Confirm;
import app.likeness.model.Decision.Hide;
import app.likeness.model.Decision.Name;
import app.likeness.model.Decision.Reject;
import app.likeness.model.Decision.Same;
import app.likeness.model.Decision.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TellingTest {
  private final List<Act> acts = new ArrayList<>();

  private void decided(Decision... decisions) {
    acts.add(act(acts.size() + 1, decisions));
  }

  /// The last act, told after all of them.
  private String told() {
    return told(acts.size());
  }

  private String told(int seq) {
    return Telling.of(acts.get(seq - 1), Decisions.of(acts)).phrase();
  }

  @Test
  void tellsNamesGivenChangedAndTakenAway() {
    decided(new Name(ANA, "Anna"));
    assertEquals("Named Anna", told());
    decided(new Name(ANA, "Ana"));
    assertEquals("Renamed Anna to Ana", told());
    decided(new Name(ANA, ""));
    assertEquals("Took the name of Ana away", told());
  }

  @Test
  void tellsAMergeAloneThatKeepsSomebodyVisible() {
    decided(new Name(ANA, "Ana"));
    decided(new Hide(BEN, true));
    decided(new Same(BEN, ANA), new Hide(ANA, false));
    assertEquals("Merged somebody into Ana", told());
    decided(new Hide(ANA, true));
    decided(new Same(CLEO, ANA), new Hide(ANA, false));
    assertEquals("Merged somebody into Ana; Showed Ana again", told());
  }

  @Test
  void tellsWithTheNamesOfThen() {
    decided(new Name(ANA, "Anna"));
    decided(new Hide(ANA, true));
    decided(new Name(ANA, "Ana"));
    decided(new Undo(1));
    decided(new Hide(ANA, false));
    assertEquals("Named Anna", told(1));
    assertEquals("Hid Anna", told(2));
    assertEquals("Showed Ana again", told(5));
  }

  @Test
  void tellsANameThatWasUndoneOnlyAfterwardsAsItWasThen() {
    decided(new Name(ANA, "Ana"));
    decided(new Hide(ANA, true));
    decided(new Undo(1));
    decided(new Hide(ANA, false));
    assertEquals("Hid Ana", told(2));
    assertEquals("Showed somebody again", told(4));
    decided(new Undo(3));
    assertEquals("Hid Ana", told(2));
    assertEquals("Showed somebody again", told(4));
  }

  @Test
  void tellsAMergeByThoseWhoWereMerged() {
    decided(new Name(ANA, "Ana"), new Name(BEN, "Ben"));
    decided(new Same(BEN, ANA), new Same(CLEO, ANA));
    assertEquals("Merged Ben and somebody into Ana", told());
  }

  @Test
  void tellsFacesOfOnePersonTogether() {
    decided(new Name(ANA, "Ana"));
    decided(new Same(BEN, ANA));
    decided(new Reject(face("a", 1), Set.of(ANA, BEN)), new Reject(face("b", 1), Set.of(BEN, ANA)));
    assertEquals("Not Ana: 2 faces", told());
    decided(new Confirm(face("a", 1), BEN));
    assertEquals("Is Ana: 1 face", told());
  }

  @Test
  void tellsAllThatOneGestureDid() {
    decided(new Same(BEN, ANA), new Name(ANA, "Ana"));
    assertEquals("Merged somebody into somebody; Named Ana", told());
  }

  @Test
  void tellsAnUndoByWhatItIsAbout() {
    decided(new Name(ANA, "Ana"));
    decided(new Undo(1));
    assertEquals("Undid: Named Ana", told());
    decided(new Undo(2));
    assertEquals("Redid: Named Ana", told());
    decided(new Undo(3));
    assertEquals("Undid: Named Ana", told());
  }

  @Test
  void tellsThatSomethingWasErased() {
    decided();
    assertEquals("Erased since", told());
    decided(new Undo(1));
    assertEquals("Undid: Erased since", told());
  }
}
