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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/// The decision log, read: which acts stand, who is one with whom, who is called what.
///
/// It changes only by [#append] and belongs to one thread. When the log it mirrors loses an act or
/// has something struck from it, read it again by [#of].
public final class Decisions {
  /// A decision, the act it is part of, and its place among all decisions.
  private record Entry(long act, int order, Decision decision) {}

  private final Log log = new Log();
  private final Merges merges = new Merges();
  private final Map<FaceId, List<Entry>> aboutFace = new HashMap<>();
  private final Map<PersonId, List<Entry>> aboutPerson = new HashMap<>();
  private final Map<PersonId, Set<FaceId>> rejecters = new HashMap<>();
  private final Set<PersonId> held = new HashSet<>();
  private int count;

  /// Reads a whole log.
  ///
  /// @throws IllegalArgumentException when the acts are not numbered from 1 without gaps
  public static Decisions of(Iterable<Act> acts) {
    Decisions decisions = new Decisions();
    acts.forEach(decisions::enter);
    decisions.log.settle();
    decisions.merges.renew(decisions.merges.merged(), decisions::stands);
    return decisions;
  }

  /// Takes in the next act and tells what it can have changed.
  ///
  /// @throws IllegalArgumentException when it is not the next
  public Touched append(Act act) {
    enter(act);
    Set<FaceId> faces = new HashSet<>();
    Set<PersonId> persons = new HashSet<>();
    Set<PersonId> joined = new HashSet<>();
    for (long turned : log.settleLast()) {
      for (Decision decision : log.act(turned).decisions()) {
        switch (decision) {
          case Confirm(FaceId face, PersonId _) -> faces.add(face);
          case Reject(FaceId face, Set<PersonId> _) -> faces.add(face);
          case Name(PersonId person, String _) -> persons.addAll(members(person));
          case Hide(PersonId person, boolean _) -> persons.addAll(members(person));
          case Same(PersonId person, PersonId into) -> {
            joined.addAll(members(person));
            joined.addAll(members(into));
          }
          case Undo _ -> {}
        }
      }
    }
    // Every class that now loses or gains a merge has an end of one in each of its parts, so the
    // old classes of the ends make up all the old and all the new ones.
    merges.renew(joined, this::stands);
    joined.forEach(person -> faces.addAll(rejecters.getOrDefault(person, Set.of())));
    persons.addAll(joined);
    return new Touched(faces, persons);
  }

  private void enter(Act act) {
    log.add(act);
    for (Decision decision : act.decisions()) {
      Entry entry = new Entry(act.seq(), count++, decision);
      switch (decision) {
        case Confirm(FaceId face, PersonId person) -> {
          put(aboutFace, face, entry);
          held.add(person);
        }
        case Reject(FaceId face, Set<PersonId> persons) -> {
          put(aboutFace, face, entry);
          held.addAll(persons);
          persons.forEach(p -> rejecters.computeIfAbsent(p, _ -> new HashSet<>()).add(face));
        }
        case Same same -> {
          merges.add(act.seq(), same);
          held.add(same.person());
          held.add(same.into());
        }
        case Name(PersonId person, String _) -> put(aboutPerson, person, entry);
        case Hide(PersonId person, boolean _) -> put(aboutPerson, person, entry);
        case Undo _ -> {}
      }
    }
  }

  private static <K> void put(Map<K, List<Entry>> map, K key, Entry entry) {
    map.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(entry);
  }

  /// The number of the last act, 0 for none.
  public long last() {
    return log.last();
  }

  Act act(long seq) {
    return log.act(seq);
  }

  /// Whether an act is not undone.
  public boolean stands(long act) {
    return log.stands(act);
  }

  /// The id under which a person is shown, after merges.
  public PersonId shown(PersonId person) {
    return merges.of(person).shown();
  }

  /// All persons that are one with a person, itself among them.
  public Set<PersonId> members(PersonId person) {
    return merges.of(person).members();
  }

  /// Whether any act ever named the face, undone or not.
  public boolean held(FaceId face) {
    return aboutFace.containsKey(face);
  }

  /// Whether any act ever named the person, undone or not.
  public boolean held(PersonId person) {
    return held.contains(person) || aboutPerson.containsKey(person);
  }

  /// Whether people said that the face is not that person's.
  public boolean rejects(FaceId face, PersonId person) {
    return rejects(verdict(face), person);
  }

  boolean rejects(Verdict verdict, PersonId person) {
    return verdict.rejected().stream().anyMatch(persons -> anyShownAs(persons, shown(person)));
  }

  /// What people said of a face, later words over earlier ones.
  Verdict verdict(FaceId face) {
    List<Entry> entries = aboutFace.get(face);
    if (entries == null) {
      return Verdict.NONE;
    }
    @Nullable PersonId confirmed = null;
    List<Set<PersonId>> rejected = new ArrayList<>();
    for (Entry entry : entries) {
      if (!stands(entry.act)) {
        continue;
      }
      if (entry.decision instanceof Confirm(FaceId _, PersonId person)) {
        confirmed = person;
        rejected.removeIf(persons -> anyShownAs(persons, shown(person)));
      } else if (entry.decision instanceof Reject(FaceId _, Set<PersonId> persons)) {
        rejected.add(persons);
        confirmed = confirmed != null && anyShownAs(persons, shown(confirmed)) ? null : confirmed;
      }
    }
    return new Verdict(confirmed, rejected);
  }

  private boolean anyShownAs(Collection<PersonId> persons, PersonId shown) {
    return persons.stream().anyMatch(person -> shown(person).equals(shown));
  }

  /// What a person's class is called; empty while nobody named it.
  public String name(PersonId person) {
    return name(merges.of(person), this::stands);
  }

  /// What a person's class was called just before an act.
  String nameBefore(long act, PersonId person) {
    return name(classBefore(act, person), stoodBefore(act));
  }

  /// A person's class just before an act.
  PersonClass classBefore(long act, PersonId person) {
    return merges.of(person, stoodBefore(act));
  }

  private LongPredicate stoodBefore(long act) {
    return a -> a < act && log.stood(a, act);
  }

  private String name(PersonClass people, LongPredicate stands) {
    return latest(Name.class, people, stands).map(Name::name).orElse("");
  }

  /// Whether a person's class is hidden from the People grid.
  public boolean hidden(PersonId person) {
    return hidden(merges.of(person), this::stands);
  }

  /// Whether a person's class would be hidden, were another's merged into it.
  public boolean hiddenAsOne(PersonId person, PersonId into) {
    Set<PersonId> together = new HashSet<>(members(person));
    together.addAll(members(into));
    return hidden(new PersonClass(shown(into), together), this::stands);
  }

  /// Whether a person's class was hidden just before an act.
  boolean hiddenBefore(long act, PersonId person) {
    return hidden(classBefore(act, person), stoodBefore(act));
  }

  private boolean hidden(PersonClass people, LongPredicate stands) {
    return latest(Hide.class, people, stands).map(Hide::hidden).orElse(false);
  }

  /// The latest on the shown person, else the latest on another of the class.
  private <D extends Decision> Optional<D> latest(
      Class<D> kind, PersonClass people, LongPredicate stands) {
    return standing(kind, people.shown(), stands)
        .or(
            () ->
                people.members().stream()
                    .map(member -> standing(kind, member, stands).orElse(null))
                    .filter(Objects::nonNull)
                    .max(Comparator.comparingInt(Entry::order)))
        .map(entry -> kind.cast(entry.decision));
  }

  private Optional<Entry> standing(
      Class<? extends Decision> kind, PersonId person, LongPredicate stands) {
    return aboutPerson.getOrDefault(person, List.of()).reversed().stream()
        .filter(entry -> kind.isInstance(entry.decision) && stands.test(entry.act))
        .findFirst();
  }
}
