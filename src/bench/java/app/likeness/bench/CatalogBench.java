package app.likeness.bench;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.PeopleQuery;
import app.likeness.catalog.Projected;
import app.likeness.catalog.sqlite.SqliteCatalog;
import app.likeness.model.PersonId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Times a catalogue of many photos with three faces each: pages, writes, erasures.
///
/// Arguments: how many photos (100,000), and a folder that is made and left (one of its own, removed).
public final class CatalogBench {
  private static final int KNOWN = 2_000;
  private static final int STRANGERS = 10;
  private static final int PAGE = 100;
  private static final int RUNS = 500;

  private final Catalog catalog;
  private final Random random = new Random(1);
  private final LargeCatalog made;

  private CatalogBench(Catalog catalog) {
    this.catalog = catalog;
    made = new LargeCatalog(catalog, KNOWN, STRANGERS);
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
    made.fill(photos);
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
    time("faces of a photo", () -> catalog.faces().of(LargeCatalog.id(random.nextInt(made.added()))));
  }

  private void writes() {
    time("a photo with 3 faces, four writes", made::add);
    time("a photo with 3 faces, one write", () -> catalog.serially(made::add));
    catalog.serially(() -> time("a photo with 3 faces, without its commit", made::add));
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
                () -> catalog.photos().erase(LargeCatalog.id(gone[0]++))));
    time("erasure of a photo", () -> catalog.photos().erase(LargeCatalog.id(gone[0]++)));
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
}
