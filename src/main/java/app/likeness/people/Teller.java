package app.likeness.people;

import app.likeness.model.Act;
import app.likeness.model.Decision;
import app.likeness.model.Decision.Confirm;
import app.likeness.model.Decision.Hide;
import app.likeness.model.Decision.Name;
import app.likeness.model.Decision.Reject;
import app.likeness.model.Decision.Same;
import app.likeness.model.Decision.Undo;
import app.likeness.model.PersonId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells one act; what it decided in one way about one class of persons is told together.
final class Teller {
  private record Subject(Class<?> kind, Object whom) {}

  private final Decisions decisions;
  private final Act act;

  Teller(Decisions decisions, Act act) {
    this.decisions = decisions;
    this.act = act;
  }

  Telling tell() {
    Map<Subject, List<Decision>> told =
        act.decisions().stream()
            .filter(decision -> act.decisions().size() == 1 || !keeps(decision))
            .collect(
                Collectors.groupingBy(this::subject, LinkedHashMap::new, Collectors.toList()));
    List<Telling> parts = told.values().stream().map(this::tell).toList();
    return parts.size() == 1 ? parts.getFirst() : new Telling.Several(parts);
  }

  /// Whether it only keeps somebody visible whom the rest of its act would have hidden.
  private boolean keeps(Decision decision) {
    return decision instanceof Hide(PersonId person, boolean hidden)
        && !hidden
        && !decisions.hiddenBefore(act.seq(), person);
  }

  private Subject subject(Decision decision) {
    Object whom =
        switch (decision) {
          case Confirm(var _, PersonId person) -> shown(Set.of(person));
          case Reject(var _, Set<PersonId> persons) -> shown(persons);
          case Same(PersonId _, PersonId into) -> shown(Set.of(into));
          case Name(PersonId person, String _) -> shown(Set.of(person));
          case Hide(PersonId person, boolean _) -> shown(Set.of(person));
          case Undo undo -> undo;
        };
    return new Subject(decision.getClass(), whom);
  }

  private Telling tell(List<Decision> alike) {
    return switch (alike.getLast()) {
      case Confirm(var _, PersonId person) -> new Telling.Confirmed(name(person), alike.size());
      case Reject(var _, Set<PersonId> persons) -> new Telling.Rejected(name(persons), alike.size());
      case Same(PersonId _, PersonId into) -> new Telling.Merged(merged(alike), name(into));
      case Name(PersonId person, String name) -> new Telling.Named(name(person), name);
      case Hide(PersonId person, boolean hidden) -> new Telling.Hidden(name(person), hidden);
      case Undo(long target) -> undone(target);
    };
  }

  private List<String> merged(List<Decision> alike) {
    return alike.stream()
        .map(Same.class::cast)
        .map(same -> decisions.classBefore(act.seq(), same.person()))
        .distinct()
        .map(people -> name(people.shown()))
        .toList();
  }

  /// An undo of an undo is told by the act that both are about.
  private Telling undone(long target) {
    if (!before(target, act)) {
      return new Telling.Several(List.of());
    }
    boolean again = false;
    Act about = decisions.act(target);
    while (about.decisions().size() == 1
        && about.decisions().getFirst() instanceof Undo(long t)
        && before(t, about)) {
      about = decisions.act(t);
      again = !again;
    }
    return new Telling.Undone(Telling.of(about, decisions), again);
  }

  private static boolean before(long target, Act act) {
    return target > 0 && target < act.seq();
  }

  /// Persons of one decision were one class, so any of them stands for it; the lowest, to be sure.
  private String name(Collection<PersonId> persons) {
    return persons.stream().min(PersonId::compareTo).map(this::name).orElse("");
  }

  private String name(PersonId person) {
    return decisions.nameBefore(act.seq(), person);
  }

  private Set<PersonId> shown(Set<PersonId> persons) {
    return persons.stream()
        .map(person -> decisions.classBefore(act.seq(), person).shown())
        .collect(Collectors.toSet());
  }
}
