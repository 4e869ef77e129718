package app.likeness.people;

import static app.likeness.people.Faces.at;
import static app.likeness.people.Faces.face;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.likeness.model.Box;
import app.likeness.model.FaceId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PairingTest {
  private static final FaceId FIRST = face("a", 1);
  private static final FaceId SECOND = face("a", 2);

  @Test
  void aBoxThatMovedALittleIsTheSameFace() {
    var old = List.of(at(FIRST, new Box(.1, .1, .2, .2)), at(SECOND, new Box(.6, .1, .2, .2)));
    var found = List.of(new Box(.61, .11, .2, .2), new Box(.1, .1, .21, .21));
    assertEquals(Map.of(0, SECOND, 1, FIRST), Pairing.pair(old, found));
  }

  @Test
  void aBoxThatSharesLessThanHalfIsANewFace() {
    var old = List.of(at(FIRST, new Box(.1, .1, .2, .2)));
    assertEquals(Map.of(), Pairing.pair(old, List.of(new Box(.2, .1, .2, .2))));
    assertEquals(Map.of(0, FIRST), Pairing.pair(old, List.of(new Box(.15, .1, .2, .2))));
  }

  @Test
  void whereTwoBoxesWantAFaceTheOneThatSharesMostGetsIt() {
    var old = List.of(at(FIRST, new Box(.1, .1, .2, .2)), at(SECOND, new Box(.15, .1, .2, .2)));
    var found = List.of(new Box(.12, .1, .2, .2), new Box(.1, .1, .2, .2));
    assertEquals(Map.of(0, SECOND, 1, FIRST), Pairing.pair(old, found));
  }

  @Test
  void aFaceOrABoxIsPairedOnce() {
    Box box = new Box(.1, .1, .2, .2);
    assertEquals(Map.of(0, FIRST), Pairing.pair(List.of(at(SECOND, box), at(FIRST, box)), List.of(box)));
    assertEquals(Map.of(0, FIRST), Pairing.pair(List.of(at(FIRST, box)), List.of(box, box)));
  }
}
