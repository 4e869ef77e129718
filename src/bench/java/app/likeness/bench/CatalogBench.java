package app.likeness.bench;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.NewFace;
import app.likeness.catalog.PeopleQuery;
import app.likeness.catalog.Projected;
import app.likeness.catalog.sqlite.SqliteCatalog;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Times a catalogue of many photos with three faces each: pages, writes, erasures.
///
/// Arguments: how many photos (100,000), and a folder that is made and left (one of its own, removed).
public final class CatalogBench {
  private static final int FACES = 3;
  private static final int BATCH = 1_000;
  private static final int KNOWN = 2_000;
  private static final int PAGE = 100;
  private static final int RUNS = 500;
  private static final int DIMENSIONS = 512;

  private final Catalog catalog;
  private final Random random = new Random(1);
  private int added;

  private CatalogBench(Catalog catalog) {
    this.catalog = catalog;
  }

  public static void main(String[] args) throws IOException {
    int photos = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
    Path folder =
        args.length > 1 ? Path.of(args[1]) : Files.createTempDirectory("catalog-bench");
    Path file = folder.resolve("catalog.sqlite");
    try (Catalog catalog = SqliteCatalog.open(file)) {
      new CatalogBench(catalog).run(photos);
    }
    System.out.printf("%-46s %,12d bytes%n", "the file", Files.size(file));
    if (args.length < 2) {
      Files.delete(file);
      Files.delete(folder);
    }
  }

  private void run(int photos) {
    long start = System.nanoTime();
    while (added < photos) {
      catalog.serially(
          () -> {
            for (int i = 0; i < BATCH; i++) {
              add();
            }
            return null;
          });
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("%-46s %12.1f s%n", "filling with %,d photos".formatted(photos), seconds);
    System.out.printf("%-46s %10s %10s%n", "ms", "median", "p95");
    reads();
    writes();
  }

  private void reads() {
    time("page of people by count", () -> catalog.people().list(PeopleQuery.ALL, null, PAGE));
    String deep = catalog.people().list(PeopleQuery.ALL, null, KNOWN).next();
    time("page of people, far down", () -> catalog.people().list(PeopleQuery.ALL, deep, PAGE));
    PersonId most = catalog.people().list(PeopleQuery.ALL, null, 1).items().getFirst().id();
    String later = catalog.people().photosOf(most, null, PAGE).next();
    time("page of a person's photos", () -> catalog.people().photosOf(most, later, PAGE));
    time("page of a person's faces", () -> catalog.faces().of(most, null, PAGE));
    time("page of the timeline", () -> catalog.photos().timeline(null, null, PAGE));
    time("page of the timeline at a month",
        () -> catalog.photos().timeline(YearMonth.of(2012, 1 + random.nextInt(12)), null, PAGE));
    time("months", () -> catalog.photos().months());
    time("totals", () -> catalog.totals());
    time("faces of a photo", () -> catalog.faces().of(id(random.nextInt(added))));
  }

  private void writes() {
    time("a photo with 3 faces, four writes", this::add);
    time("a photo with 3 faces, one write", () -> catalog.serially(this::add));
    catalog.serially(() -> time("a photo with 3 faces, without its commit", this::add));
    PersonId most = catalog.people().list(PeopleQuery.ALL, null, 1).items().getFirst().id();
    PersonId next = catalog.people().list(PeopleQuery.ALL, null, 2).items().getLast().id();
    boolean[] merged = new boolean[1];
    time("merge of the two largest persons, or its undo", () -> {
      merged[0] = !merged[0];
      catalog.people()
          .apply(new Projected(Map.of(), Map.of(next, merged[0] ? most : next), Set.of()));
    });
    int[] gone = new int[1];
    catalog.serially(
        () ->
            time("erasure of a photo, without its commit",
                () -> catalog.photos().erase(id(gone[0]++))));
    time("erasure of a photo", () -> catalog.photos().erase(id(gone[0]++)));
  }

  private Void time(String what, Runnable work) {
    double[] millis = new double[RUNS];
    for (int i = 0; i < RUNS / 2; i++) {
      work.run();
    }
    for (int i = 0; i < RUNS; i++) {
      long start = System.nanoTime();
      work.run();
      millis[i] = (System.nanoTime() - start) / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }
    Arrays.sort(millis);
    System.out.printf(
        "%-46s %10.3f %10.3f%n", what, millis[RUNS / 2], millis[RUNS * 95 / 100]);
    return null;
  }

  private static PhotoId id(int i) {
    return new PhotoId("%016x%04x".formatted(i * 0x9E3779B97F4A7C15L, i & 0xffff));
  }

  private Void add() {
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

  /// Few are on many photos, many on few, and every tenth face is a stranger's.
  private PersonId person(int n) {
    if (random.nextInt(10) == 0) {
      return new PersonId("stranger-%d-%d".formatted(added, n));
    }
    double share = Math.pow(random.nextDouble(), 3);
    return new PersonId("00000000-0000-4000-8000-%012d".formatted((int) (share * KNOWN)));
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
