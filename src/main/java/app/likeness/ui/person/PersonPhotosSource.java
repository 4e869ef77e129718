package app.likeness.ui.person;

import app.likeness.gallery.People;
import app.likeness.model.Page;
import app.likeness.model.Person;
import app.likeness.model.PersonId;
import app.likeness.model.Photo;
import app.likeness.catalog.PersonPhoto;
import app.likeness.ui.photos.PhotoSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A person's photos for a grid, newest first.
record PersonPhotosSource(People people, PersonId person) implements PhotoSource {
  @Override
  public List<Section> sections() {
    int photos = people.person(person).map(Person::photoCount).orElse(0);
    return photos == 0 ? List.of() : List.of(new Section("photos", "", photos));
  }

  @Override
  public Page<Photo> page(Section section, @Nullable String cursor, int limit) {
    return people.photosOf(person, cursor, limit).map(PersonPhoto::photo);
  }
}
