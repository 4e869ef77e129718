package app.likeness.people;

import app.likeness.model.PersonId;
import java.util.Set;

/// Persons that were merged, and the one of them that they are shown as.
record PersonClass(PersonId shown, Set<PersonId> members) {
  PersonClass {
    members = Set.copyOf(members);
  }
}
