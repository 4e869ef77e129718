package app.likeness.testing;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.ImportQueue;
import app.likeness.catalog.sqlite.Audit;
import app.likeness.catalog.sqlite.SqliteCatalog;
import app.likeness.catalog.sqlite.SqliteImportQueue;
import app.likeness.model.Face;
import app.likeness.model.Photo;
import app.likeness.model.PhotoState;
import app.likeness.storage.ObjectKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether a closed gallery's folder holds exactly what its catalogue says, and nothing half-done.
public final class Wholeness {
  /// What may lie in the folder beside the objects.
  private static final Set<String> FILES =
      Set.of("catalog.sqlite", "imports.sqlite", "gallery.lock", "objects/keys");

  private Wholeness() {}

  public static void check(Path folder) {
    Audit.check(folder.resolve("catalog.sqlite"));
    Set<String> expected = new TreeSet<>(FILES);
    try (Catalog catalog = SqliteCatalog.read(folder.resolve("catalog.sqlite"));
        ImportQueue queue = SqliteImportQueue.open(folder.resolve("imports.sqlite"))) {
      for (PhotoState state : PhotoState.values()) {
        for (Photo photo : Galleries.all(cursor -> catalog.photos().inState(state, cursor, 100))) {
          assertThat(photo.state()).as(photo.original().fileName()).isEqualTo(PhotoState.READY);
          expected.add("objects/likeness/" + photo.original().key());
          ObjectKeys.SIZES.forEach(
              size -> expected.add("objects/likeness/" + ObjectKeys.thumb(photo.id(), size)));
        }
      }
      for (Face face : Galleries.all(cursor -> catalog.faces().all(cursor, 100))) {
        expected.add("objects/likeness/" + face.thumbKey());
      }
      assertThat(queue.counts().open()).as("rows that are still open").isZero();
      assertThat(queue.counts().roots()).as("roots that are still open").isZero();
    }
    Set<String> found = files(folder);
    found.removeIf(file -> file.matches("(catalog|imports)\\.sqlite-(wal|shm)")); // of a mere look
    found.remove("tokens.sqlite"); // of one that was served
    assertThat(found).isEqualTo(expected);
  }

  /// Every file below a folder, with slashes.
  public static Set<String> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
