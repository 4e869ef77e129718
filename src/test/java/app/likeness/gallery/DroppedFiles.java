package app.likeness.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.catalog.ImportRow;
import app.likeness.catalog.ImportState;
import app.likeness.testing.Galleries;
import app.likeness.testing.Wholeness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Files to drop, and how they end in a new gallery: ready, or failed for a reason in one sentence.
abstract class DroppedFiles {
  @TempDir Path temp;
  Path folder;
  Path drop;

  @BeforeEach
  void folders() throws IOException {
    folder = temp.resolve("gallery");
    drop = Files.createDirectory(temp.resolve("drop"));
  }

  final Path file(String name, byte[] content) throws IOException {
    return Files.write(drop.resolve(name), content);
  }

  /// Imports into a new gallery, which is whole afterwards; the rows by the files' names.
  final Map<String, ImportRow> bring(Collection<Path> roots) throws Exception {
    try (Workspace.Session session = Galleries.open(folder)) {
      return byName(Galleries.bring(session, roots));
    } finally {
      Wholeness.check(folder);
    }
  }

  static Map<String, ImportRow> byName(List<ImportRow> rows) {
    return rows.stream()
        .collect(Collectors.toMap(row -> row.file().getFileName().toString(), Function.identity()));
  }

  static void failed(ImportRow row, String why) {
    assertThat(row.state()).as(row.toString()).isEqualTo(ImportState.FAILED);
    assertThat(row.photo()).isNull();
    assertThat(row.reason()).contains(why).doesNotContain("\n").endsWith(".");
  }

  static void ready(ImportRow row) {
    assertThat(row.state()).as(row.toString()).isEqualTo(ImportState.READY);
    assertThat(row.photo()).isNotNull();
  }
}
