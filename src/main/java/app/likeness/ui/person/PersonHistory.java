package app.likeness.ui.person;

import app.likeness.gallery.People;
import app.likeness.model.Decision;
import app.likeness.model.FaceId;
import app.likeness.model.Person;
import app.likeness.model.PersonId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Finds what was decided about one person in the history of all.
final class PersonHistory {
  /// So many acts are looked through, the newest.
  private static final int ACTS = 500;

  private final People people;
  private final PersonId person;
  private final Map<PersonId, PersonId> shown = new HashMap<>();

  PersonHistory(People people, PersonId person) {
    this.people = people;
    this.person = person;
  }

  /// Newest first; undos are told by what they undid.
  List<People.Past> read() {
    return people.history(0, ACTS).stream().filter(this::isAbout).toList();
  }

  private boolean isAbout(People.Past past) {
    return past.act().decisions().stream().flatMap(PersonHistory::persons).anyMatch(this::isShown);
  }

  private boolean isShown(PersonId id) {
    return shown
        .computeIfAbsent(id, any -> people.person(any).map(Person::id).orElse(any))
        .equals(person);
  }

  private static Stream<PersonId> persons(Decision decision) {
    return switch (decision) {
      case Decision.Confirm(FaceId _, PersonId person) -> Stream.of(person);
      case Decision.Reject(FaceId _, Set<PersonId> persons) -> persons.stream();
      case Decision.Same(PersonId person, PersonId into) -> Stream.of(person, into);
      case Decision.Name(PersonId person, String _) -> Stream.of(person);
      case Decision.Hide(PersonId person, boolean _) -> Stream.of(person);
      case Decision.Undo _ -> Stream.empty();
    };
  }
}
