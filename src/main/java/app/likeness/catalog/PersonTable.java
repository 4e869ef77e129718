package app.likeness.catalog;

import app.likeness.model.Page;
import app.likeness.model.Person;
import app.likeness.model.PersonId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The persons as they are shown: counts, covers and spans are kept, never computed by a list.
public interface PersonTable {
  Page<Person> list(PeopleQuery query, @Nullable String cursor, int limit);

  /// The shown person that an id belongs to after merges.
  Optional<Person> find(PersonId id);

  /// Photos with a shown person, newest first, each once.
  Page<PersonPhoto> photosOf(PersonId shown, @Nullable String cursor, int limit);

  /// Those ids that name a person that exists, merged ones included.
  Set<PersonId> existing(Collection<PersonId> ids);

  /// Writes what is shown now, and brings counts, covers and spans of the persons touched up to date.
  void apply(Projected change);
}
