package app.likeness.bench;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.NewFace;
import app.likeness.catalog.Projected;
import app.likeness.model.Box;
import app.likeness.model.Capture;
import app.likeness.model.Embedding;
import app.likeness.model.FaceId;
import app.likeness.model.Original;
import app.likeness.model.PersonId;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.model.PhotoState;
import app.likeness.model.PictureType;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Fills a catalogue with made-up photos of three faces each, that have no pictures.
final class LargeCatalog {
  private static final int FACES = 3;
  private static final int BATCH = 1_000;
  private static final int DIMENSIONS = 512;

  private final Catalog catalog;
  private final int people;
  private final int strangers;
  private final Random random = new Random(1);
  private int added;

  /// @param people who are on many photos, or on few
  /// @param strangers one face in so many is somebody's whom no other photo shows; 0 for none
  LargeCatalog(Catalog catalog, int people, int strangers) {
    this.catalog = catalog;
    this.people = people;
    this.strangers = strangers;
  }

  int added() {
    return added;
  }

  void fill(int photos) {
    while (added < photos) {
      catalog.serially(
          () -> {
            for (int i = 0; i < BATCH; i++) {
              add();
            }
            return null;
          });
    }
  }

  static PhotoId id(int i) {
    return new PhotoId("%016x%04x".formatted(i * 0x9E3779B97F4A7C15L, i & 0xffff));
  }

  Void add() {
    Photo photo = photo(added++);
    List<NewFace> faces = new ArrayList<>();
    Map<FaceId, PersonId> own = new HashMap<>();
    for (int n = 1; n <= FACES; n++) {
      FaceId id = new FaceId(photo.id(), n);
      faces.add(
          new NewFace(
              id, new Box(.1, .1, .1, .1), .9, 200, "faces-thumbs/none/" + id + ".jpg",
              embedding()));
      own.put(id, person(n));
    }
    catalog.photos().begin(photo);
    catalog.photos().advance(photo.id(), PhotoState.PENDING, PhotoState.UPLOADED);
    catalog.photos().lease(photo.id(), "bench", Instant.EPOCH, Instant.MAX);
    catalog.serially(
        () -> {
          catalog.photos().complete(photo, faces, Set.of(), "bench");
          own.forEach((face, person) -> catalog.faces().propose(face, person, .7));
          catalog.people().apply(new Projected(own, Map.of(), Set.of()));
          return null;
        });
    return null;
  }

  /// Few are on many photos, and many on few.
  private PersonId person(int n) {
    if (strangers > 0 && random.nextInt(strangers) == 0) {
      return new PersonId("stranger-%d-%d".formatted(added, n));
    }
    double share = Math.pow(random.nextDouble(), 3);
    return new PersonId("00000000-0000-4000-8000-%012d".formatted((int) (share * people)));
  }

  private Embedding embedding() {
    float[] vector = new float[DIMENSIONS];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = random.nextFloat() * .1f;
    }
    return new Embedding("bench-model", vector, 3 + 10 * random.nextFloat());
  }

  private Photo photo(int i) {
    LocalDateTime taken = LocalDateTime.of(2005, 1, 1, 0, 0).plusSeconds(random.nextInt(630_000_000));
    return new Photo(
        id(i),
        PhotoState.PENDING,
        new Original(
            "IMG_" + i + ".jpg", "photos", "photos-raw/2020/IMG-" + id(i) + ".jpg",
            PictureType.JPEG, 3_500_000, id(i) + "f".repeat(44), Instant.EPOCH),
        4032, 3024, taken, new Capture(taken, null, "Camera", null), 0, null);
  }
}
