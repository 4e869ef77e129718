package app.likeness.bench;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.sqlite.SqliteCatalog;
import app.likeness.gallery.People;
import app.likeness.gallery.Workspace;
import app.likeness.model.Capture;
import app.likeness.model.Decision;
import app.likeness.model.Original;
import app.likeness.model.Person;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.model.PhotoState;
import app.likeness.model.PictureType;
import app.likeness.storage.ObjectKeys;
import app.likeness.testing.DrawnGallery;
import app.likeness.testing.Galleries;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Fills a gallery with drawn photos of people who do not exist, past any recognition: for pictures
/// of the window and for measuring it. Never with photos of real people.
///
/// Arguments: the folder, how many photos (1500), how many people (24).
public final class DrawnLibrary {
  private static final List<String> NAMES =
      List.of(
          "Ana", "Ben", "Chloë", "Dmitri", "Elif", "Farid", "Grandma", "Hana", "Ines", "Jonas",
          "Kwame", "Lucía");

  private static final int BATCH = 1_000;
  private static final int YEARS = 15;
  private static final int STRANGERS = 12;
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  private static final int[][] SHAPES = {{4032, 3024}, {3024, 4032}, {6000, 4000}, {1920, 1080}};

  private DrawnLibrary() {}

  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    int photos = args.length > 1 ? Integer.parseInt(args[1]) : 1_500;
    int people = args.length > 2 ? Integer.parseInt(args[2]) : 24;
    DrawnGallery.fill(folder, photos, people, photos / STRANGERS);
    try (Workspace.Session session = Galleries.open(folder)) {
      name(session.gallery().people(), Galleries.people(session.gallery()));
    }
    System.out.printf("%,d photos of %d people in %s%n", photos, people, folder);
  }

  private static void name(People people, List<Person> all) {
    for (int i = 0; i < Math.min(NAMES.size(), all.size()); i++) {
      people.decide(List.of(new Decision.Name(all.get(i).id(), NAMES.get(i))));
    }
  }

  /// Fills a catalogue with photos that have no pictures: what counts for laying them out.
  static void rows(Path folder, int photos) {
    Random random = new Random(5);
    try (Catalog catalog = SqliteCatalog.open(folder.resolve("catalog.sqlite"))) {
      for (int from = 0; from < photos; from += BATCH) {
        int first = from;
        int end = Math.min(photos, from + BATCH);
        catalog.serially(
            () -> {
              for (int i = first; i < end; i++) {
                add(catalog, photo(i, photos, random));
              }
              return end;
            });
      }
    }
  }

  private static void add(Catalog catalog, Photo photo) {
    catalog.photos().begin(photo);
    catalog.photos().advance(photo.id(), PhotoState.PENDING, PhotoState.UPLOADED);
    catalog.photos().lease(photo.id(), "drawn", NOW, NOW.plusSeconds(60));
    catalog.photos().complete(photo, List.of(), Set.of(), "drawn");
  }

  private static Photo photo(int i, int photos, Random random) {
    PhotoId id = new PhotoId("%020x".formatted(i + 1));
    int[] shape = SHAPES[random.nextInt(SHAPES.length)];
    long minutes = YEARS * 365L * 24 * 60 * i / photos + random.nextInt(60);
    LocalDateTime taken = LocalDateTime.of(2026, 10, 31, 20, 0).minusMinutes(minutes);
    String name = "IMG_%05d.jpg".formatted(i);
    String key = ObjectKeys.original(taken.getYear(), name, id, PictureType.JPEG);
    Original original =
        new Original(name, "", key, PictureType.JPEG, 3_500_000, "%064x".formatted(i + 1), NOW);
    Capture capture = new Capture(taken, null, "Drawn by hand", null);
    return new Photo(
        id, PhotoState.PENDING, original, shape[0], shape[1], taken, capture, 0, null);
  }
}
