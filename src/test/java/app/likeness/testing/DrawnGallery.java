package app.likeness.testing;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.NewFace;
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
import app.likeness.storage.ObjectKeys;
import app.likeness.storage.ObjectStore;
import app.likeness.storage.embedded.EmbeddedObjectStore;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Fills a gallery's folder with drawn photos of people who do not exist, past any recognition.
public final class DrawnGallery {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  private static final int WIDTH = 1280;

  private final Catalog catalog;
  private final ObjectStore store;
  private final Map<FaceId, @Nullable PersonId> own = new HashMap<>();
  private final Map<PersonId, PersonId> shown = new HashMap<>();
  private int serial;

  private DrawnGallery(Catalog catalog, ObjectStore store) {
    this.catalog = catalog;
    this.store = store;
  }

  /// @param photos how many
  /// @param persons how many are on several of them, the first on most
  /// @param strangers how many are on one photo each
  public static void fill(Path folder, int photos, int persons, int strangers) {
    try (Catalog catalog = SqliteCatalog.open(folder.resolve("catalog.sqlite"));
        ObjectStore store = EmbeddedObjectStore.open(folder.resolve("objects"))) {
      fill(catalog, store, photos, persons, strangers);
    }
  }

  /// The same wherever it lies.
  public static void fill(
      Catalog catalog, ObjectStore store, int photos, int persons, int strangers) {
    DrawnGallery gallery = new DrawnGallery(catalog, store);
    Random random = new Random(7);
    for (int i = 0; i < photos; i++) {
      Set<Integer> people = new TreeSet<>();
      int most = random.nextInt(4);
      while (persons > 0 && people.size() < Math.min(most, persons)) {
        people.add((int) (persons * random.nextDouble() * random.nextDouble()));
      }
      List<Integer> all = new ArrayList<>(people);
      if (i < strangers) {
        all.add(persons + i);
      }
      gallery.add(i, photos, all);
    }
    gallery.settle();
  }

  /// Copies a closed gallery, which is much quicker than drawing it again.
  public static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.sorted().toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PersonId person(int who) {
    return new PersonId("person-%04d".formatted(who));
  }

  private void add(int i, int all, List<Integer> people) {
    boolean upright = i % 7 == 3;
    int width = upright ? 960 : WIDTH;
    int height = upright ? 1280 : i % 5 == 0 ? 720 : 960;
    BufferedImage image = Drawings.photo(i, width, height, people);
    byte[] original = Drawings.jpeg(image);
    PhotoId id = id(i);
    LocalDateTime taken = LocalDateTime.of(2026, 10, 30, 18, 0).minusHours(90_000L * i / all);
    Photo photo = photo(i, taken, image, original.length, people.size());
    store.write(photo.original().key(), "image/jpeg", original);
    for (int size : ObjectKeys.SIZES) {
      store.write(
          ObjectKeys.thumb(id, size), "image/jpeg", Drawings.jpeg(Drawings.scaled(image, size)));
    }
    List<NewFace> faces = faces(id, image, people);
    catalog.photos().begin(photo);
    catalog.photos().advance(id, PhotoState.PENDING, PhotoState.UPLOADED);
    catalog.photos().lease(id, "drawn", NOW, NOW.plusSeconds(60));
    catalog.photos().complete(photo, faces, Set.of(), "drawn");
    for (int n = 0; n < people.size(); n++) {
      catalog.faces().propose(new FaceId(id, n + 1), person(people.get(n)), .9);
    }
  }

  private Photo photo(int i, LocalDateTime taken, BufferedImage image, int bytes, int faces) {
    PhotoId id = id(i);
    String name = "IMG_%04d.jpg".formatted(9000 - i);
    String key = ObjectKeys.original(taken.getYear(), name, id, PictureType.JPEG);
    return new Photo(
        id,
        PhotoState.PENDING,
        new Original(
            name, store.bucket(key), key, PictureType.JPEG, bytes, "%064x".formatted(i + 1), NOW),
        image.getWidth(),
        image.getHeight(),
        taken,
        new Capture(taken, null, "Drawn by hand", null),
        faces,
        null);
  }

  private static PhotoId id(int i) {
    return new PhotoId("%020x".formatted(i + 1));
  }

  private List<NewFace> faces(PhotoId id, BufferedImage image, List<Integer> people) {
    List<NewFace> faces = new ArrayList<>();
    for (int n = 0; n < people.size(); n++) {
      Rectangle2D at = Drawings.face(n, people.size(), image.getWidth(), image.getHeight());
      PersonId who = person(people.get(n));
      FaceId face = new FaceId(id, n + 1);
      String key = ObjectKeys.face(face, who);
      store.write(key, "image/jpeg", Drawings.jpeg(crop(image, at)));
      own.put(face, who);
      shown.put(who, who);
      Box box =
          new Box(
              at.getX() / image.getWidth(), at.getY() / image.getHeight(),
              at.getWidth() / image.getWidth(), at.getHeight() / image.getHeight());
      faces.add(new NewFace(face, box, .9, (int) at.getHeight(), key, embedding(people.get(n))));
    }
    return faces;
  }

  private static BufferedImage crop(BufferedImage image, Rectangle2D face) {
    int side = (int) Math.min(face.getHeight() * 1.5, Math.min(image.getWidth(), image.getHeight()));
    int x = (int) Math.clamp(face.getCenterX() - side / 2.0, 0, image.getWidth() - side);
    int y = (int) Math.clamp(face.getCenterY() - side / 2.0, 0, image.getHeight() - side);
    return Drawings.scaled(image.getSubimage(x, y, side, side), 256);
  }

  private Embedding embedding(int who) {
    Random random = new Random(who * 31L);
    float[] vector = new float[512];
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
      sum += vector[i] * vector[i];
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(sum);
    }
    return new Embedding("drawn", vector, 4 + (serial++ % 5) * 0.1f);
  }

  private void settle() {
    catalog.people().apply(new Projected(own, shown, Set.of()));
  }
}
