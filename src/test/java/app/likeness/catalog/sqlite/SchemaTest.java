package app.likeness.catalog.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.model.GalleryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Migrations that are planted beside this test: 0 to 1 to 2, and a third that fails half-way.
class SchemaTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void plantsVersion0() {
    file = folder.resolve("planted.sqlite");
    try (Session session = Session.writing(file)) {
      session.script(
          """
          CREATE TABLE old (name TEXT);
          INSERT INTO old VALUES ('Ann'), ('Benno');
          CREATE TABLE unswept (id INTEGER PRIMARY KEY);""");
    }
  }

  private static List<String> people(Path file) {
    try (Session session = Session.reading(file)) {
      return session.list(
          "SELECT * FROM people", row -> row.getString("name") + " " + row.getString("length"));
    }
  }

  private static long version(Path file) {
    try (Session session = Session.reading(file)) {
      return session.number("PRAGMA user_version");
    }
  }

  private List<Path> backups() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("backups"))) {
      return files.sorted().toList();
    }
  }

  private void migrate(int version) {
    Sqlite.open(file, new Schema("planted", version)).close();
  }

  @Test
  void goesThroughEachVersionToTheNewest() {
    migrate(2);
    assertThat(version(file)).isEqualTo(2);
    assertThat(people(file)).containsExactly("Ann 3", "Benno 5");
  }

  @Test
  void keepsAWholeBackupOfWhatWasBeforeForItsOwnerAlone() throws IOException {
    migrate(2);
    assertThat(backups()).hasSize(1);
    Path backup = backups().getFirst();
    assertThat(backup.getFileName().toString()).matches("planted-v0-\\d{8}-\\d{6}-\\d{3}\\.sqlite");
    assertThat(Files.getPosixFilePermissions(backup))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    try (Session session = Session.reading(backup)) {
      assertThat(session.number("SELECT count(*) FROM old")).isEqualTo(2);
    }
  }

  @Test
  void aStepThatFailsLeavesTheVersionBeforeItWhole() {
    assertThatThrownBy(() -> migrate(3)).isInstanceOf(IllegalStateException.class);
    assertThat(version(file)).isEqualTo(2);
    assertThat(people(file)).containsExactly("Ann 3", "Benno 5");
  }

  @Test
  void keepsTheLastTwoBackups() throws IOException {
    migrate(1);
    migrate(2);
    List<Path> two = backups();
    assertThat(two).hasSize(2);
    assertThatThrownBy(() -> migrate(3)).isInstanceOf(IllegalStateException.class);
    assertThat(backups()).hasSize(2).contains(two.getLast()).doesNotContain(two.getFirst());
  }

  @Test
  void backsNothingUpWhenThereIsNothingToMigrate() throws IOException {
    migrate(2);
    migrate(2);
    SqliteCatalog.open(folder.resolve("catalog.sqlite")).close();
    assertThat(backups()).hasSize(1);
  }

  @Test
  void onlyLookingDoesNotMigrate() {
    assertThatThrownBy(() -> Sqlite.read(file, new Schema("planted", 2)))
        .isInstanceOf(GalleryException.Conflict.class)
        .hasMessageContaining(file.toString());
    assertThat(version(file)).isZero();
  }
}
