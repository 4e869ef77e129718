package app.likeness.people;

import app.likeness.model.FaceId;
import app.likeness.model.Match;
import app.likeness.model.PersonId;
import app.likeness.model.Proposal;
import app.likeness.model.Thresholds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The machine's part: for whom faces are proposed. It knows likeness only as scores.
///
/// It proposes nobody whom a face rejects, and nobody who is on the same photo already.
public final class Grouping {
  /// One look-alike is chance; a person is judged by this many of their faces where there are.
  static final int EVIDENCE = 3;

  /// So many neighbours of a face say enough of it; a list that is shorter is taken to be complete.
  public static final int NEIGHBOURS = 64;

  private Grouping() {}

  /// A person a face is proposed for, and how alike they are.
  public record Choice(PersonId person, double score) {}

  /// The person whom a new face joins; empty when it is like nobody, and so somebody new.
  ///
  /// People are judged by the mean of their most alike faces, merged persons together; the face is
  /// then proposed for that one of them whose face is most like it.
  ///
  /// @param neighbours faces like it, most alike first
  /// @param own whose a face is, before merges
  /// @param onPhoto whose the photo's other faces are, before merges
  public static Optional<Choice> choose(
      FaceId face,
      List<Match> neighbours,
      Function<FaceId, Optional<PersonId>> own,
      Decisions decisions,
      Thresholds thresholds,
      Set<PersonId> onPhoto) {
    Set<PersonId> taken = onPhoto.stream().map(decisions::shown).collect(Collectors.toSet());
    Map<PersonId, List<Choice>> people = new LinkedHashMap<>();
    for (Match match : neighbours) {
      own.apply(match.face())
          .filter(person -> !taken.contains(decisions.shown(person)))
          .filter(person -> !decisions.rejects(face, person))
          .ifPresent(
              person ->
                  people
                      .computeIfAbsent(decisions.shown(person), _ -> new ArrayList<>())
                      .add(new Choice(person, match.score())));
    }
    return people.values().stream()
        .map(alike -> new Choice(alike.getFirst().person(), mean(alike)))
        .filter(choice -> choice.score() >= thresholds.assign())
        .max(Comparator.comparingDouble(Choice::score));
  }

  private static double mean(List<Choice> alike) {
    return alike.stream().limit(EVIDENCE).mapToDouble(Choice::score).average().orElse(0);
  }

  /// Whether the machine may take back what it proposed for a face, and so group it anew.
  ///
  /// Not if people ever named the face or somebody it was proposed for, and not if another face of
  /// the photo was proposed for the same person: that one would move up, though nobody asked for it.
  ///
  /// @param photo every face of the photo with the proposals for it
  public static boolean free(
      FaceId face, Map<FaceId, List<Proposal>> photo, Decisions decisions) {
    Set<PersonId> proposed = proposed(photo.getOrDefault(face, List.of()));
    return !decisions.held(face)
        && proposed.stream().noneMatch(decisions::held)
        && photo.entrySet().stream()
            .filter(other -> !other.getKey().equals(face))
            .allMatch(other -> Collections.disjoint(proposed, proposed(other.getValue())));
  }

  private static Set<PersonId> proposed(List<Proposal> proposals) {
    return proposals.stream().map(Proposal::person).collect(Collectors.toSet());
  }

  /// Groups free faces anew by Chinese whispers.
  ///
  /// All other faces stay where they are and draw the free ones to their people. A group keeps the
  /// id of the old group it shares most faces with; a face like no other is a person of its own.
  ///
  /// @param neighbours the [free][#free] faces, each with up to [#NEIGHBOURS] most like it
  /// @param own whose faces are, before merges: theirs, their neighbours', their photos'; a face
  ///     that belongs to nobody is not in it
  /// @param mint gives the id of a new person
  /// @return for each free face the person to propose it for, often the one it has
  public static Map<FaceId, PersonId> regroup(
      Map<FaceId, List<Match>> neighbours,
      Map<FaceId, PersonId> own,
      Decisions decisions,
      Thresholds thresholds,
      Supplier<PersonId> mint) {
    return new Regroup(neighbours, own, decisions, thresholds).run(mint);
  }
}
