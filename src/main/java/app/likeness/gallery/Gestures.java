package app.likeness.gallery;

import app.likeness.catalog.Catalog;
import app.likeness.model.Decision;
import app.likeness.model.FaceId;
import app.likeness.model.GalleryException.Conflict;
import app.likeness.model.PersonId;
import app.likeness.people.Decisions;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Checks a gesture against what exists now, and writes out in full what it says in short.
final class Gestures {
  private static final int LONGEST_NAME = 200;

  private final Catalog catalog;
  private final Ledger ledger;

  Gestures(Catalog catalog, Ledger ledger) {
    this.catalog = catalog;
    this.ledger = ledger;
  }

  /// @throws Conflict when it names what does not exist now, or decides what is so already
  List<Decision> whole(List<Decision> gesture) {
    if (gesture.isEmpty()) {
      throw new Conflict("Nothing was chosen, so nothing was changed.");
    }
    List<Decision> all = new ArrayList<>(gesture.stream().map(this::whole).toList());
    all.addAll(staying(all));
    return all;
  }

  /// Whoever is visible stays so when somebody hidden is merged into them, unless the gesture itself
  /// says whether to hide them.
  private List<Decision> staying(List<Decision> gesture) {
    Decisions now = ledger.decisions();
    Set<PersonId> said = new HashSet<>();
    Set<PersonId> visible = new LinkedHashSet<>();
    for (Decision decision : gesture) {
      if (decision instanceof Decision.Hide(PersonId person, _)) {
        said.add(now.shown(person));
      } else if (decision instanceof Decision.Same(PersonId person, PersonId into)
          && !now.hidden(into)
          && now.hiddenAsOne(person, into)) {
        visible.add(into);
      }
    }
    visible.removeAll(said);
    return visible.stream().<Decision>map(into -> new Decision.Hide(into, false)).toList();
  }

  private Decision whole(Decision decision) {
    return switch (decision) {
      case Decision.Name(PersonId person, String name) ->
          new Decision.Name(known(person), shortened(name));
      case Decision.Hide(PersonId person, _) -> {
        known(person);
        yield decision;
      }
      case Decision.Same(PersonId person, PersonId into) -> same(known(person), known(into));
      case Decision.Confirm(FaceId face, PersonId person) ->
          new Decision.Confirm(known(face), known(person));
      case Decision.Reject(FaceId face, Set<PersonId> persons) ->
          new Decision.Reject(known(face), everyone(persons));
      case Decision.Undo(long act) -> {
        standing(act);
        yield decision;
      }
    };
  }

  private Decision same(PersonId person, PersonId into) {
    Decisions now = ledger.decisions();
    if (now.shown(person).equals(now.shown(into))) {
      throw new Conflict("They are one person already.");
    }
    return new Decision.Same(now.shown(person), now.shown(into));
  }

  /// A rejection names every id that is shown as that person now, so that it outlives an unmerge.
  private Set<PersonId> everyone(Set<PersonId> persons) {
    if (persons.isEmpty()) {
      throw new Conflict("A rejection must say who it is not.");
    }
    Set<PersonId> all = new HashSet<>();
    persons.forEach(person -> all.addAll(ledger.decisions().members(known(person))));
    return all;
  }

  private PersonId known(PersonId person) {
    if (catalog.people().existing(Set.of(person)).isEmpty()) {
      throw new Conflict("This person is not in the gallery any more; nothing was changed.");
    }
    return person;
  }

  private FaceId known(FaceId face) {
    if (catalog.faces().find(Set.of(face)).isEmpty()) {
      throw new Conflict("This face is not in the gallery any more; nothing was changed.");
    }
    return face;
  }

  private void standing(long act) {
    if (act < 1 || act > ledger.decisions().last()) {
      throw new Conflict("There is no act " + act + " to undo.");
    }
    if (!ledger.decisions().stands(act)) {
      throw new Conflict("Act " + act + " is undone already.");
    }
  }

  private static String shortened(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFC)
            .replaceAll("[\\s\\p{Cntrl}]+", " ")
            .strip();
    int[] letters = plain.codePoints().limit(LONGEST_NAME).toArray();
    return new String(letters, 0, letters.length).strip();
  }
}
