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
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/// An act as an item of `Decisions`.
final class ActRow {
  private ActRow() {}

  static Item of(Act act) {
    return Ordered.ACTS
        .make(act.seq())
        .text("at", act.at())
        .items("decisions", act.decisions().stream().map(ActRow::of).toList())
        .done();
  }

  private static Item of(Decision decision) {
    Item.Change change = Item.empty().text("kind", decision.getClass().getSimpleName());
    switch (decision) {
      case Confirm(FaceId face, PersonId person) ->
          change.text("face", face).text("person", person);
      case Reject(FaceId face, Set<PersonId> persons) ->
          change
              .text("face", face)
              .texts(
                  "persons", persons.stream().map(PersonId::value).collect(Collectors.toSet()));
      case Same(PersonId person, PersonId into) ->
          change.text("person", person).text("into", into);
      case Name(PersonId person, String name) -> change.text("person", person).text("name", name);
      case Hide(PersonId person, boolean hidden) ->
          change.text("person", person).flag("hidden", hidden);
      case Undo(long act) -> change.number("act", act);
    }
    return change.done();
  }

  static Act read(Item item) {
    return new Act(
        item.number("seq"),
        Instant.parse(item.text("at", "")),
        item.items("decisions").stream().map(ActRow::decision).toList());
  }

  private static Decision decision(Item item) {
    return switch (item.text("kind", "")) {
      case "Confirm" -> new Confirm(face(item), person(item, "person"));
      case "Reject" ->
          new Reject(
              face(item),
              item.texts("persons").stream().map(PersonId::new).collect(Collectors.toSet()));
      case "Same" -> new Same(person(item, "person"), person(item, "into"));
      case "Name" -> new Name(person(item, "person"), item.text("name", ""));
      case "Hide" -> new Hide(person(item, "person"), item.flag("hidden"));
      case "Undo" -> new Undo(item.number("act"));
      default -> throw new IllegalStateException("A decision of kind " + item.raw("kind"));
    };
  }

  private static FaceId face(Item item) {
    return FaceId.parse(item.text("face", ""));
  }

  private static PersonId person(Item item, String name) {
    return new PersonId(item.text(name, ""));
  }
}
