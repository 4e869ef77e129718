package app.likeness.people;

import app.likeness.model.PersonId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What people's standing decisions about one face come to.
///
/// @param confirmed whose it was said to be
/// @param rejected for each rejection that holds, the persons it named
record Verdict(@Nullable PersonId confirmed, List<Set<PersonId>> rejected) {
  static final Verdict NONE = new Verdict(null, List.of());
}
