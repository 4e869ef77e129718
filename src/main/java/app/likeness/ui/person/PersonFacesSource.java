package app.likeness.ui.person;

import app.likeness.gallery.People;
import app.likeness.model.Face;
import app.likeness.model.FaceId;
import app.likeness.model.Page;
import app.likeness.model.Person;
import app.likeness.model.PersonId;
import app.likeness.ui.controls.GridSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A person's faces for a grid, best first.
record PersonFacesSource(People people, PersonId person) implements GridSource<FaceId, Face> {
  @Override
  public List<Section> sections() {
    int faces = people.person(person).map(Person::faceCount).orElse(0);
    return faces == 0 ? List.of() : List.of(new Section("faces", "", faces));
  }

  @Override
  public Page<Face> page(Section section, @Nullable String cursor, int limit) {
    return people.facesOf(person, cursor, limit);
  }

  @Override
  public FaceId key(Face item) {
    return item.id();
  }
}
