package app.likeness.catalog.sqlite;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.NewFace;
import app.likeness.catalog.Projected;
import app.likeness.catalog.Projected.Told;
import app.likeness.catalog.Samples;
import app.likeness.model.Act;
import app.likeness.model.Decision;
import app.likeness.model.Face;
import app.likeness.model.FaceId;
import app.likeness.model.PersonId;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.model.PhotoState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// After any work, what is kept ready equals what the tables say.
class ConsistencyTest {
  private static final int PHOTOS = 25;
  private static final int PERSONS = 12;

  @TempDir Path folder;
  private final Map<PersonId, PersonId> shown = new TreeMap<>();
  private Random random = new Random();
  private int day;

  @Test
  void whatIsKeptReadyEqualsWhatTheTablesSay() {
    for (int seed = 1; seed <= 8; seed++) {
      random = new Random(seed);
      shown.clear();
      Path file = folder.resolve(seed + ".sqlite");
      try (Catalog catalog = SqliteCatalog.open(file)) {
        for (int round = 0; round < 12; round++) {
          catalog.serially(
              () -> {
                for (int step = 0; step < 25; step++) {
                  step(catalog);
                }
                return null;
              });
          Audit.check(file);
        }
      }
    }
  }

  private void step(Catalog catalog) {
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> addOrRescan(catalog);
      case 3, 4, 5 -> own(catalog);
      case 6 -> merge(catalog);
      case 7 -> propose(catalog);
      case 8 -> tell(catalog);
      default -> remove(catalog);
    }
  }

  private Photo photo() {
    return Samples.photo("photo" + random.nextInt(PHOTOS), ++day % 200);
  }

  private PersonId person() {
    return new PersonId("person" + random.nextInt(PERSONS));
  }

  private void addOrRescan(Catalog catalog) {
    Photo photo = photo();
    List<NewFace> faces = new ArrayList<>();
    int last = catalog.faces().lastNumber(photo.id());
    for (int n = 1; n <= last + random.nextInt(4); n++) {
      if (random.nextInt(5) > 0) {
        faces.add(Samples.face(photo, n, random.nextInt(6)));
      }
    }
    Set<FaceId> kept = Set.of(new FaceId(photo.id(), 1 + random.nextInt(3)));
    boolean ready =
        catalog.photos().find(photo.id()).filter(p -> p.state() == PhotoState.READY).isPresent();
    if (ready) {
      catalog.photos().complete(photo, faces, kept, null);
    } else {
      Samples.add(catalog, photo, faces.toArray(NewFace[]::new));
    }
  }

  private void own(Catalog catalog) {
    Map<FaceId, PersonId> own = new HashMap<>();
    for (int i = 0; i < 3; i++) {
      for (Face face : catalog.faces().of(new PhotoId("photo" + random.nextInt(PHOTOS)))) {
        if (random.nextInt(3) > 0) {
          own.put(face.id(), random.nextInt(6) == 0 ? null : person());
        }
      }
    }
    catalog.people().apply(new Projected(own, Map.of(), Set.of()));
  }

  /// Merges are decided, so whoever is merged is named by an act.
  private void merge(Catalog catalog) {
    PersonId person = person();
    PersonId into = person();
    long seq = catalog.log().before(0, 1).stream().mapToLong(Act::seq).findFirst().orElse(0) + 1;
    catalog.log().append(new Act(seq, Samples.NOW, List.of(new Decision.Same(person, into))));
    Map<PersonId, PersonId> moved = new HashMap<>();
    PersonId as = shown.getOrDefault(into, into);
    if (random.nextBoolean()) {
      PersonId was = shown.getOrDefault(person, person);
      moved.put(was, as);
      shown.forEach((member, of) -> {
        if (of.equals(was)) {
          moved.put(member, as);
        }
      });
    } else if (!shown.containsValue(person) || person.equals(shown.get(person))) {
      boolean alone = shown.values().stream().filter(person::equals).count() <= 1;
      if (alone) {
        moved.put(person, person);
      }
    }
    shown.putAll(moved);
    catalog.people().apply(new Projected(Map.of(), moved, Set.of()));
  }

  private void propose(Catalog catalog) {
    List<Face> faces = catalog.faces().of(new PhotoId("photo" + random.nextInt(PHOTOS)));
    if (!faces.isEmpty() && random.nextBoolean()) {
      catalog.faces().propose(faces.getFirst().id(), person(), .5);
    } else {
      catalog.faces().withdraw(faces.stream().map(Face::id).toList());
    }
  }

  private void tell(Catalog catalog) {
    PersonId person = person();
    String name = random.nextBoolean() ? "" : "Name " + random.nextInt(5);
    catalog
        .people()
        .apply(
            new Projected(
                Map.of(), Map.of(), Set.of(new Told(person, name, random.nextBoolean()))));
  }

  private void remove(Catalog catalog) {
    PhotoId id = new PhotoId("photo" + random.nextInt(PHOTOS));
    if (random.nextBoolean()) {
      catalog.photos().advance(id, PhotoState.READY, PhotoState.DELETING);
    } else {
      catalog.photos().erase(id);
    }
  }
}
