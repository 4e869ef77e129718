package app.likeness.api.remote;

import app.likeness.api.Wire;
import app.likeness.catalog.PeopleQuery;
import app.likeness.catalog.PersonPhoto;
import app.likeness.gallery.People;
import app.likeness.model.Act;
import app.likeness.model.Decision;
import app.likeness.model.Face;
import app.likeness.model.GalleryException;
import app.likeness.model.Page;
import app.likeness.model.Person;
import app.likeness.model.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The people of a gallery elsewhere.
final class RemotePeople implements People {
  private static final int LOOK_AGAIN_MILLIS = 300;
  private static final String PEOPLE = "/v1/people";
  private static final String ACTS = "/v1/acts";
  private static final String SCAN = "/v1/scan";
  private static final String RECOGNITION = "/v1/recognition";

  private final Remote remote;

  RemotePeople(Remote remote) {
    this.remote = remote;
  }

  @Override
  public Page<Person> list(PeopleQuery query, @Nullable String cursor, int limit) {
    String asked =
        Pages.query(cursor, limit)
            + Remote.parameter("order", query.order())
            + Remote.parameter("search", query.search())
            + Remote.parameter("hidden", query.hidden())
            + Remote.parameter("fewest", query.fewest())
            + Remote.parameter("most", query.most());
    return remote.get(PEOPLE + asked, Pages.Persons.class).page();
  }

  @Override
  public Optional<Person> person(PersonId id) {
    return remote.find(PEOPLE + "/" + id, Person.class);
  }

  @Override
  public Page<PersonPhoto> photosOf(PersonId id, @Nullable String cursor, int limit) {
    return remote
        .get(PEOPLE + "/" + id + "/photos" + Pages.query(cursor, limit), Pages.PersonPhotos.class)
        .page();
  }

  @Override
  public Page<Face> facesOf(PersonId id, @Nullable String cursor, int limit) {
    return remote
        .get(PEOPLE + "/" + id + "/faces" + Pages.query(cursor, limit), Pages.Faces.class)
        .page();
  }

  @Override
  public Act decide(List<Decision> decisions) {
    return remote.post(ACTS, new Wire.Gesture(decisions), Act.class);
  }

  @Override
  public Act undo(long act) {
    return remote.post(ACTS + "/" + act + "/undo", Map.of(), Act.class);
  }

  @Override
  public List<Past> history(long before, int limit) {
    return remote
        .get(ACTS + "?limit=" + limit + Remote.parameter("before", before), Wire.Acts.class)
        .acts();
  }

  @Override
  public boolean recognition() {
    return remote.get(RECOGNITION, Wire.Recognition.class).on();
  }

  @Override
  public void recognition(boolean on) {
    remote.ask("PUT", RECOGNITION, new Wire.Recognition(on), Wire.Recognition.class);
  }

  @Override
  public Scanned rescan(Consumer<Progress> progress) {
    Wire.Scan scan = remote.post(SCAN, Map.of(), Wire.Scan.class);
    boolean cancelled = false;
    while (scan.running() && !cancelled) {
      progress.accept(new Progress(scan.done(), scan.total()));
      cancelled = pause();
      scan = remote.ask(cancelled ? "DELETE" : "GET", SCAN, null, Wire.Scan.class);
    }
    if (cancelled) {
      Thread.currentThread().interrupt();
      return new Scanned(scan.failed(), scan.reason());
    }
    progress.accept(new Progress(scan.done(), scan.total()));
    if (scan.failure() != null) {
      throw new GalleryException.Unavailable(scan.failure(), null);
    }
    return new Scanned(scan.failed(), scan.reason());
  }

  /// Answers whether it was interrupted, and clears that, for there is one more thing to ask.
  private static boolean pause() {
    try {
      Thread.sleep(LOOK_AGAIN_MILLIS);
      return false;
    } catch (InterruptedException _) {
      return true;
    }
  }
}
