package app.likeness.gallery;

import app.likeness.catalog.Catalog;
import app.likeness.model.Face;
import app.likeness.model.FaceId;
import app.likeness.model.Page;
import app.likeness.model.PersonId;
import app.likeness.model.PhotoId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells a remote index which faces are whose, so that it can compare with people as a whole.
final class PersonVectors {
  private static final int BEST = 100;

  private final Catalog catalog;
  private final Recognition recognition;

  PersonVectors(Catalog catalog, Recognition recognition) {
    this.catalog = catalog;
    this.recognition = recognition;
  }

  /// Whose these faces are, before merges.
  Set<PersonId> owners(Collection<FaceId> faces) {
    return recognition.remote()
        ? catalog.faces().find(faces).values().stream()
            .map(Face::own)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet())
        : Set.of();
  }

  void renew(PhotoId photo) {
    if (recognition.remote()) {
      renew(owners(catalog.faces().of(photo).stream().map(Face::id).toList()));
    }
  }

  void renew(Collection<PersonId> persons) {
    persons.forEach(person -> recognition.index().person(person, best(person)));
  }

  private List<FaceId> best(PersonId person) {
    List<FaceId> best = new ArrayList<>();
    PersonId shown = catalog.people().find(person).map(found -> found.id()).orElse(person);
    String cursor = null;
    do {
      Page<Face> page = catalog.faces().of(shown, cursor, BEST);
      page.items().stream()
          .filter(face -> person.equals(face.own()))
          .limit(BEST - best.size())
          .forEach(face -> best.add(face.id()));
      cursor = page.next();
    } while (cursor != null && best.size() < BEST);
    return best;
  }
}
