package app.likeness.catalog.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.NewFace;
import app.likeness.catalog.Projected;
import app.likeness.catalog.Samples;
import app.likeness.model.Act;
import app.likeness.model.Decision;
import app.likeness.model.FaceId;
import app.likeness.model.PersonId;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was erased is nowhere in the bytes of the files.
class ErasureTest {
  private static final int PHOTOS = 1500;
  private static final int ERASED = 200;
  /// Of those that stay only some are looked for.
  private static final int STEP = 50;

  @TempDir Path folder;
  private Path file;

  private static String name(int i) {
    return "%08xphoto%04d".formatted(i * 0x9E3779B9, i);
  }

  private static NewFace face(int i) {
    return Samples.face(Samples.photo(name(i), i), 1, 5);
  }

  private static void add(Catalog catalog, int i) {
    Photo photo = Samples.photo(name(i), i % 90);
    FaceId face = new FaceId(photo.id(), 1);
    PersonId person = new PersonId("person" + i % 50);
    Samples.add(catalog, photo, face(i), Samples.face(photo, 2, 3));
    catalog.faces().propose(face, person, .5);
    catalog.people().apply(new Projected(Map.of(face, person), Map.of(), Set.of()));
    catalog
        .log()
        .append(
            new Act(i, Samples.NOW, List.of(new Decision.Reject(face, Set.of(new PersonId("x"))))));
  }

  /// All bytes of the folder's files, as one byte a character.
  private String bytes() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  /// A stretch from the middle of the stored vector.
  private static String vector(int i) {
    byte[] bytes = face(i).embedding().toBytes();
    return new String(Arrays.copyOfRange(bytes, 500, 532), StandardCharsets.ISO_8859_1);
  }

  @BeforeEach
  void fills() {
    file = folder.resolve("catalog.sqlite");
    try (Catalog catalog = SqliteCatalog.open(file)) {
      for (int from = 1; from <= PHOTOS; from += 100) {
        int first = from;
        catalog.serially(
            () -> {
              IntStream.range(first, first + 100).forEach(i -> add(catalog, i));
              return null;
            });
      }
    }
  }

  private void assertErased(Collection<String> ids) throws IOException {
    String bytes = bytes();
    for (int i = 1; i <= PHOTOS; i++) {
      boolean stays = !ids.contains(name(i));
      if (stays && i % STEP != 0) {
        continue;
      }
      assertThat(bytes.contains(name(i))).as("id %s", name(i)).isEqualTo(stays);
      assertThat(bytes.contains(vector(i))).as("vector of %s", name(i)).isEqualTo(stays);
    }
    Audit.check(file);
  }

  @Test
  void anErasedPhotoIsNowhereInTheFiles() throws IOException {
    List<String> erased =
        new Random(1).ints(1, PHOTOS).distinct().limit(ERASED).mapToObj(ErasureTest::name).toList();
    try (Catalog catalog = SqliteCatalog.open(file)) {
      erased.forEach(id -> catalog.photos().erase(new PhotoId(id)));
    }
    assertErased(erased);
  }

  @Test
  void theNextRunCompletesWhatAKilledOneErased() throws IOException {
    Set<String> erased = new HashSet<>();
    try (Child child = Child.start("", "erase", file)) {
      for (String id = child.says(); !id.equals("erased"); id = child.says()) {
        erased.add(id);
      }
    }
    SqliteCatalog.open(file).close();
    assertThat(erased).isNotEmpty();
    assertErased(erased);
  }
}
