package app.likeness.catalog;

import app.likeness.model.PersonId;
import app.likeness.model.PhotoId;
import java.util.Set;

/// What changed since a cursor, for whoever shows it.
///
/// @param all so much (or a deletion) that everything should be read again
/// @param next the cursor to ask with next time
public record Changes(Set<PhotoId> photos, Set<PersonId> persons, boolean all, String next) {
  public boolean isEmpty() {
    return photos.isEmpty() && persons.isEmpty() && !all;
  }
}
