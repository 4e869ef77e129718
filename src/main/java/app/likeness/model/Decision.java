package app.likeness.model;

import java.util.Set;

/// One thing that a person decided; the machine never writes one.
public sealed interface Decision {
  /// This face is that person's.
  record Confirm(FaceId face, PersonId person) implements Decision {}

  /// This face is not theirs; `persons` holds every id that was shown as them at that moment.
  record Reject(FaceId face, Set<PersonId> persons) implements Decision {
    public Reject {
      persons = Set.copyOf(persons);
    }
  }

  /// Two persons are one; they are shown as `into`.
  record Same(PersonId person, PersonId into) implements Decision {}

  /// An empty name takes the name away.
  record Name(PersonId person, String name) implements Decision {}

  record Hide(PersonId person, boolean hidden) implements Decision {}

  /// Takes a whole act back; an undo may itself be undone.
  record Undo(long act) implements Decision {}
}
