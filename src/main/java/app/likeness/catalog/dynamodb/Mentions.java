package app.likeness.catalog.dynamodb;

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
import app.likeness.model.PhotoId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Which acts name a photo's face or a person: an item for each, in a partition of its own.
///
/// An index would follow only a moment later, and what is forgotten is decided by these.
final class Mentions {
  private static final String PERSON = "person#";
  private static final String PHOTO = "photo#";

  private Mentions() {}

  /// Whether any act names a person.
  static boolean person(View view, String id) {
    return view.query(Query.of(Table.DECISIONS, PERSON + id).fetching(1)).findAny().isPresent();
  }

  static void write(Unit unit, Act act) {
    for (String each : of(act)) {
      unit.put(
          Table.DECISIONS, Item.empty().text("gallery", each).number("seq", act.seq()).done());
    }
  }

  /// Takes what was decided about a photo's faces out of the log; acts stay, perhaps empty.
  static void strike(Unit unit, PhotoId photo) {
    List<Item> mentions =
        unit.query(Query.of(Table.DECISIONS, PHOTO + photo)).toList();
    for (Item mention : mentions) {
      long seq = mention.number("seq");
      unit.get(Ordered.ACTS.key(seq)).map(ActRow::read).ifPresent(act -> strike(unit, act, photo));
    }
  }

  private static void strike(Unit unit, Act act, PhotoId photo) {
    Act left =
        new Act(
            act.seq(),
            act.at(),
            act.decisions().stream()
                .filter(each -> photos(each).noneMatch(photo::equals))
                .toList());
    unit.put(Table.DECISIONS, ActRow.of(left));
    Set<String> gone = new HashSet<>(of(act));
    gone.removeAll(of(left));
    gone.forEach(each -> unit.remove(Table.DECISIONS.key(each, act.seq())));
  }

  private static Set<String> of(Act act) {
    Set<String> named = new HashSet<>();
    for (Decision decision : act.decisions()) {
      photos(decision).forEach(photo -> named.add(PHOTO + photo));
      persons(decision).forEach(person -> named.add(PERSON + person));
    }
    return named;
  }

  private static Stream<PhotoId> photos(Decision decision) {
    return switch (decision) {
      case Confirm(FaceId face, PersonId _) -> Stream.of(face.photo());
      case Reject(FaceId face, Set<PersonId> _) -> Stream.of(face.photo());
      case Same _, Name _, Hide _, Undo _ -> Stream.empty();
    };
  }

  private static Stream<PersonId> persons(Decision decision) {
    return switch (decision) {
      case Confirm(FaceId _, PersonId person) -> Stream.of(person);
      case Reject(FaceId _, Set<PersonId> persons) -> persons.stream();
      case Same(PersonId person, PersonId into) -> Stream.of(person, into);
      case Name(PersonId person, String _) -> Stream.of(person);
      case Hide(PersonId person, boolean _) -> Stream.of(person);
      case Undo _ -> Stream.empty();
    };
  }
}
