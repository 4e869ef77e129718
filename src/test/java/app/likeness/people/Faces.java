package app.likeness.people;

import app.likeness.model.Act;
import app.likeness.model.Box;
import app.likeness.model.Decision;
import app.likeness.model.Face;
import app.likeness.model.FaceId;
import app.likeness.model.Match;
import app.likeness.model.PersonId;
import app.likeness.model.PhotoId;
import app.likeness.model.Proposal;
import app.likeness.model.Thresholds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Short ways to write the cases of this package's tests.
final class Faces {
  static final PersonId ANA = new PersonId("ana");
  static final PersonId BEN = new PersonId("ben");
  static final PersonId CLEO = new PersonId("cleo");

  static final FaceId A = face("a", 1);
  static final FaceId B = face("b", 1);
  static final FaceId C = face("c", 1);
  static final FaceId D = face("d", 1);

  static final Thresholds THRESHOLDS = new Thresholds(.5, .32, .45, 2, 32);

  private Faces() {}

  static FaceId face(String photo, int n) {
    return new FaceId(new PhotoId(photo), n);
  }

  static Face at(FaceId id, Box box) {
    return new Face(id, box, .9, 3.5, 100, "key", null, null);
  }

  static Match like(FaceId face, double score) {
    return new Match(face, score);
  }

  /// A log of acts of one decision each.
  static Decisions log(Decision... decisions) {
    return Decisions.of(acts(decisions));
  }

  static List<Act> acts(Decision... decisions) {
    List<Act> acts = new ArrayList<>();
    for (Decision decision : decisions) {
      acts.add(act(acts.size() + 1, decision));
    }
    return acts;
  }

  static Act act(long seq, Decision... decisions) {
    return new Act(seq, Instant.EPOCH, List.of(decisions));
  }

  /// The faces of a photo with proposals for these persons; the serial grows from one to the next.
  static Map<FaceId, List<Proposal>> proposed(Object... facesAndPersons) {
    Map<FaceId, List<Proposal>> photo = new HashMap<>();
    for (int i = 0; i < facesAndPersons.length; i += 2) {
      FaceId face = (FaceId) facesAndPersons[i];
      PersonId person = (PersonId) facesAndPersons[i + 1];
      photo.computeIfAbsent(face, _ -> new ArrayList<>()).add(new Proposal(face, person, .5, i));
    }
    return photo;
  }
}
