package app.likeness.ui.person;

import app.likeness.catalog.Changes;
import app.likeness.gallery.Gallery;
import app.likeness.gallery.People;
import app.likeness.model.Face;
import app.likeness.model.FaceId;
import app.likeness.model.Person;
import app.likeness.model.PersonId;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.ui.Background;
import app.likeness.ui.controls.GridItems;
import app.likeness.ui.people.PeopleVerbs;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One person as their page shows them.
public final class PersonModel {
  private final PersonId id;
  private final People people;
  private final Background background;
  private final PeopleVerbs verbs;
  private final GridItems<PhotoId, Photo> photos;
  private final GridItems<FaceId, Face> faces;
  private final ReadOnlyObjectWrapper<@Nullable Person> person =
      new ReadOnlyObjectWrapper<>(this, "person");
  private final ReadOnlyObjectWrapper<List<People.Past>> history =
      new ReadOnlyObjectWrapper<>(this, "history", List.of());
  private Runnable gone = () -> {};

  public PersonModel(PersonId id, Gallery gallery, Background background, PeopleVerbs verbs) {
    this.id = id;
    this.people = gallery.people();
    this.background = background;
    this.verbs = verbs;
    photos = new GridItems<>(new PersonPhotosSource(people, id), background);
    faces = new GridItems<>(new PersonFacesSource(people, id), background);
  }

  // ---- properties

  /// The person as shown now; `null` before it was read.
  public ReadOnlyObjectProperty<@Nullable Person> personProperty() {
    return person.getReadOnlyProperty();
  }

  public @Nullable Person person() {
    return person.get();
  }

  /// What was decided about them, newest first.
  public ReadOnlyObjectProperty<List<People.Past>> historyProperty() {
    return history.getReadOnlyProperty();
  }

  /// Newest first.
  public GridItems<PhotoId, Photo> photos() {
    return photos;
  }

  /// Best first.
  public GridItems<FaceId, Face> faces() {
    return faces;
  }

  /// What to do when nobody is left under this id.
  public void onGone(Runnable then) {
    gone = then;
  }

  // ---- verbs

  public void rename(String name) {
    Person now = person();
    if (now != null) {
      verbs.rename(now, name);
    }
  }

  public void hide() {
    Person now = person();
    if (now != null) {
      verbs.hide(List.of(now.id()), !now.hidden());
    }
  }

  /// These faces are not theirs.
  public void reject(Collection<FaceId> wrong) {
    Person now = person();
    if (now != null) {
      verbs.reject(wrong, now.id());
    }
  }

  public void undo(long act) {
    verbs.acts().undo(act);
  }

  /// Reads again what may have changed.
  public void follow(Changes changes) {
    Person now = person();
    if (changes.all()
        || changes.persons().contains(id)
        || (now != null && changes.persons().contains(now.id()))) {
      reload();
    }
  }

  public void reload() {
    background.job(() -> people.person(id)).then(this::show).start();
  }

  private void show(Optional<Person> now) {
    if (now.isEmpty()) {
      gone.run();
      return;
    }
    person.set(now.get());
    photos.reload();
    faces.reload();
    background
        .job(() -> new PersonHistory(people, now.get().id()).read())
        .then(history::set)
        .start();
  }
}
