package app.likeness.people;

import app.likeness.model.FaceId;
import app.likeness.model.PersonId;
import java.util.Set;

/// What an act can have changed; whatever is not among it is as it was.
///
/// @param faces those whose photos must be projected again
/// @param persons those whose class, name or hiding may be another: whole classes, old and new
public record Touched(Set<FaceId> faces, Set<PersonId> persons) {
  public Touched {
    faces = Set.copyOf(faces);
    persons = Set.copyOf(persons);
  }
}
