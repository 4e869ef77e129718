package app.likeness.people;

import app.likeness.model.FaceId;
import app.likeness.model.PersonId;
import app.likeness.model.Proposal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whose each face of one photo is: what people said first, then what the machine proposes.
public final class Projection {
  private Projection() {}

  /// The person that each face belongs to itself, before merges; `null` for nobody.
  ///
  /// A proposal made earlier goes before one made later, whatever their scores: so what the machine
  /// adds later never moves what an undo brings back.
  ///
  /// @param photo every face of one photo with the machine's proposals for it, in any order
  public static Map<FaceId, @Nullable PersonId> own(
      Decisions decisions, Map<FaceId, List<Proposal>> photo) {
    Map<FaceId, @Nullable PersonId> own = new HashMap<>();
    Map<FaceId, Verdict> verdicts = new HashMap<>();
    Set<PersonId> taken = new HashSet<>();
    for (FaceId face : photo.keySet()) {
      Verdict verdict = decisions.verdict(face);
      verdicts.put(face, verdict);
      own.put(face, verdict.confirmed());
      if (verdict.confirmed() != null) {
        taken.add(verdict.confirmed());
      }
    }
    photo.values().stream()
        .flatMap(Collection::stream)
        .sorted(Comparator.comparingLong(Proposal::serial))
        .forEach(
            proposal -> {
              Verdict verdict = verdicts.getOrDefault(proposal.face(), Verdict.NONE);
              if (own.get(proposal.face()) == null
                  && !decisions.rejects(verdict, proposal.person())
                  && taken.add(proposal.person())) {
                own.put(proposal.face(), proposal.person());
              }
            });
    return own;
  }
}
