package app.likeness.people;

import app.likeness.model.Act;
import app.likeness.model.Decision;
import app.likeness.model.Decision.Confirm;
import app.likeness.model.Decision.Hide;
import app.likeness.model.Decision.Name;
import app.likeness.model.Decision.Reject;
import app.likeness.model.Decision.Same;
import app.likeness.model.Decision.Undo;
import app.likeness.model.FaceId;
import app.likeness.model.PersonId;
import app.likeness.model.Proposal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The projection as its definition reads, sentence by sentence and with no thought of speed: what
/// the tests compare the real one with.
final class Reference {
  /// The decisions of the acts that stand, in order.
  private final List<Decision> standing;

  Reference(List<Act> acts) {
    standing = active(acts).stream().flatMap(act -> act.decisions().stream()).toList();
  }

  /// From the last to the first, an active Undo makes its act inactive.
  private static List<Act> active(List<Act> acts) {
    List<Act> active = new ArrayList<>(acts);
    for (Act act : acts.reversed()) {
      if (active.contains(act)) {
        for (Decision decision : act.decisions()) {
          if (decision instanceof Undo undo) {
            active.removeIf(a -> a.seq() == undo.act() && a.seq() < act.seq());
          }
        }
      }
    }
    return active;
  }

  private <D extends Decision> List<D> all(Class<D> kind) {
    return standing.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// Connected components of persons under active Same.
  Set<PersonId> members(PersonId person) {
    Set<PersonId> members = new HashSet<>(Set.of(person));
    int before;
    do {
      before = members.size();
      for (Same same : all(Same.class)) {
        if (members.contains(same.person()) || members.contains(same.into())) {
          members.add(same.person());
          members.add(same.into());
        }
      }
    } while (members.size() > before);
    return members;
  }

  /// A class is shown under the `into` of its latest active Same; a person alone under itself.
  PersonId shown(PersonId person) {
    Set<PersonId> members = members(person);
    return all(Same.class).reversed().stream()
        .filter(same -> members.contains(same.into()))
        .findFirst()
        .map(Same::into)
        .orElse(person);
  }

  /// The latest on the class's shown id, else the latest on a member.
  String name(PersonId person) {
    Set<PersonId> members = members(person);
    List<Name> names = all(Name.class).reversed();
    Optional<Name> onShown =
        names.stream().filter(n -> n.person().equals(shown(person))).findFirst();
    Optional<Name> onMember = names.stream().filter(n -> members.contains(n.person())).findFirst();
    return onShown.or(() -> onMember).map(Name::name).orElse("");
  }

  boolean hidden(PersonId person) {
    Set<PersonId> members = members(person);
    List<Hide> hides = all(Hide.class).reversed();
    Optional<Hide> onShown =
        hides.stream().filter(h -> h.person().equals(shown(person))).findFirst();
    Optional<Hide> onMember = hides.stream().filter(h -> members.contains(h.person())).findFirst();
    return onShown.or(() -> onMember).map(Hide::hidden).orElse(false);
  }

  private boolean touches(Reject reject, PersonId person) {
    return members(person).stream().anyMatch(reject.persons()::contains);
  }

  /// The last Confirm, unless a later Reject touches its person's class.
  Optional<PersonId> confirmed(FaceId face) {
    int last =
        IntStream.range(0, standing.size())
            .filter(i -> standing.get(i) instanceof Confirm c && c.face().equals(face))
            .max()
            .orElse(-1);
    if (last < 0) {
      return Optional.empty();
    }
    PersonId person = ((Confirm) standing.get(last)).person();
    return standing.subList(last, standing.size()).stream()
            .anyMatch(d -> d instanceof Reject r && r.face().equals(face) && touches(r, person))
        ? Optional.empty()
        : Optional.of(person);
  }

  /// A Reject holds unless it is followed by a Confirm into a class that it touches.
  boolean rejects(FaceId face, PersonId person) {
    return IntStream.range(0, standing.size())
        .anyMatch(
            i ->
                standing.get(i) instanceof Reject r
                    && r.face().equals(face)
                    && touches(r, person)
                    && standing.subList(i, standing.size()).stream()
                        .noneMatch(
                            d ->
                                d instanceof Confirm c
                                    && c.face().equals(face)
                                    && touches(r, c.person())));
  }

  /// The Confirm if one stands; then all other proposals in order of serial.
  Map<FaceId, PersonId> own(Map<FaceId, List<Proposal>> photo) {
    Map<FaceId, PersonId> own = new TreeMap<>();
    photo.keySet().forEach(face -> confirmed(face).ifPresent(person -> own.put(face, person)));
    List<Proposal> proposals = new ArrayList<>();
    photo.values().forEach(proposals::addAll);
    proposals.sort((a, b) -> Long.compare(a.serial(), b.serial()));
    for (Proposal p : proposals) {
      boolean hasOne = own.containsKey(p.face());
      boolean otherHas = own.containsValue(p.person());
      if (!hasOne && !otherHas && !rejects(p.face(), p.person())) {
        own.put(p.face(), p.person());
      }
    }
    return own;
  }
}
