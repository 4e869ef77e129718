package app.likeness.gallery;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.PeopleQuery;
import app.likeness.catalog.PersonPhoto;
import app.likeness.model.Act;
import app.likeness.model.Decision;
import app.likeness.model.Face;
import app.likeness.model.GalleryException;
import app.likeness.model.Page;
import app.likeness.model.Person;
import app.likeness.model.PersonId;
import app.likeness.model.PhotoId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The people, and the one way in which decisions about them are written.
final class PeopleService implements People {
  private final Catalog catalog;
  private final Ledger ledger;
  private final Gestures gestures;
  private final History history;
  private final Machine machine;
  private final PersonVectors vectors;

  PeopleService(Catalog catalog, Ledger ledger, Machine machine) {
    this.catalog = catalog;
    this.ledger = ledger;
    this.machine = machine;
    vectors = new PersonVectors(catalog, machine.recognition());
    gestures = new Gestures(catalog, ledger);
    history = new History(catalog, ledger);
  }

  @Override
  public Page<Person> list(PeopleQuery query, @Nullable String cursor, int limit) {
    return catalog.people().list(query, cursor, limit);
  }

  @Override
  public Optional<Person> person(PersonId id) {
    return catalog.people().find(id);
  }

  @Override
  public Page<PersonPhoto> photosOf(PersonId id, @Nullable String cursor, int limit) {
    return catalog.people().photosOf(shown(id), cursor, limit);
  }

  @Override
  public Page<Face> facesOf(PersonId id, @Nullable String cursor, int limit) {
    return catalog.faces().of(shown(id), cursor, limit);
  }

  private PersonId shown(PersonId id) {
    return person(id)
        .orElseThrow(() -> new GalleryException.NotFound("There is no such person."))
        .id();
  }

  @Override
  public Act decide(List<Decision> decisions) {
    Ledger.Entry entry;
    try {
      entry = catalog.serially(() -> append(decisions));
    } catch (RuntimeException e) {
      ledger.reload(); // also when it was the commit that failed
      throw e;
    }
    machine.workers().behind(() -> settle(entry.photos()));
    return entry.act();
  }

  @Override
  public Act undo(long act) {
    return decide(List.of(new Decision.Undo(act)));
  }

  private Ledger.Entry append(List<Decision> decisions) {
    try {
      machine.assignment().catchUp();
      return ledger.append(gestures.whole(decisions));
    } catch (RuntimeException e) {
      ledger.reload(); // what is rolled back in the tables must not stay in memory
      throw e;
    }
  }

  private void settle(Set<PhotoId> photos) {
    if (recognition()) {
      photos.forEach(this::settle);
      photos.forEach(vectors::renew);
    }
  }

  /// Finds another person for faces that a decision left with nobody.
  private void settle(PhotoId photo) {
    catalog.serially(
        () -> {
          machine.assignment().catchUp();
          machine.assignment().assign(photo);
          return null;
        });
  }

  @Override
  public List<Past> history(long before, int limit) {
    return history.page(before, limit);
  }

  @Override
  public boolean recognition() {
    return machine.recognition().on();
  }

  @Override
  public void recognition(boolean on) {
    machine.recognition().on(on);
  }

  @Override
  public Scanned rescan(Consumer<Progress> progress) {
    if (!recognition()) {
      throw new GalleryException.Conflict(
          "Finding faces is turned off for this gallery; turn it on first.");
    }
    Scanned scanned = machine.rescan().run(progress);
    if (machine.recognition().adopt()) {
      machine.regroup().forget();
    }
    machine.regroup().run();
    return scanned;
  }
}
