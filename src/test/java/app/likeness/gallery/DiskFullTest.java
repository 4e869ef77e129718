package app.likeness.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.catalog.ImportRow;
import app.likeness.catalog.ImportState;
import app.likeness.model.GalleryException;
import app.likeness.testing.Child;
import app.likeness.testing.Galleries;
import app.likeness.testing.Samples;
import app.likeness.testing.Wholeness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Disks that run full under an import: it says so, nothing is damaged, and with room it goes on.
class DiskFullTest {
  @TempDir Path temp;

  /// Files may grow to fewer and fewer kilobytes: first only large photos find no room, then hardly
  /// any, then the catalogue's journal, then nothing at all.
  @Test
  @EnabledOnOs(OS.LINUX)
  void withoutRoomAnImportSaysSoAndWithRoomItGoesOn() throws Exception {
    Path photos = Files.createDirectory(temp.resolve("photos"));
    String folder = temp.resolve("gallery").toString();
    Child.run("import", "--gallery", folder, Samples.photo(1).toString());
    int brought = 1;
    for (int kilobytes : List.of(250, 170, 120, 40)) {
      for (int n : List.of(2, 3, 6)) {
        Samples.remarked(n, "limit" + kilobytes, photos);
      }
      Child.Start limited =
          new Child.Start().before("bash", "-c", "ulimit -f " + kilobytes + "; exec \"$@\"", "bash");
      Child.End end = Child.run(limited, "import", "--json", "--gallery", folder, photos.toString());
      assertThat(end.exit()).as(kilobytes + ": " + end).isEqualTo(1);
      assertThat(end.err()).as(kilobytes + "").doesNotContain("\tat ", "Exception", "X-Amz");
      assertThat(end.out()).as(end.err()).allMatch(DiskFullTest::isPlain);
      assertThat(end.err() + end.out()).containsAnyOf("room", "space");

      Child.End free = Child.run("import", "--json", "--gallery", folder, photos.toString());
      brought += 3;
      assertThat(free.exit()).as(free.out() + free.err()).isZero();
      assertThat(free.out()).hasSize(brought);
      Wholeness.check(Path.of(folder));
    }
  }

  private static boolean isPlain(String line) {
    return !line.contains("\"failed\",\"faces\"") || line.endsWith(".\"}");
  }

  @Test
  void importsStandStillWhileTheirQueueCannotBeWrittenAndThenGoOn() throws Exception {
    Path folder = temp.resolve("gallery");
    try (Workspace.Session session = Galleries.open(folder)) {
      queue(folder, "CREATE TRIGGER stuck BEFORE UPDATE ON imports BEGIN SELECT RAISE(ABORT, ''); END");
      session.imports().add(List.of(Samples.photo(1), Samples.photo(2)));
      assertThatThrownBy(session.imports()::await).isInstanceOf(GalleryException.class);
      assertThat(session.imports().paused()).isTrue();
      assertThat(session.imports().trouble()).isPresent();

      queue(folder, "DROP TRIGGER stuck");
      session.imports().resume();
      assertThat(session.imports().paused()).isFalse();
      assertThat(session.imports().trouble()).isEmpty();
      List<ImportRow> rows = Galleries.bring(session, List.of());
      assertThat(rows).hasSize(2).allMatch(row -> row.state() == ImportState.READY);
    }
    Wholeness.check(folder);
  }

  /// As another program would that gets in the way.
  private static void queue(Path folder, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("imports.sqlite"));
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  @Test
  void aRowWhoseEndCouldNotBeWrittenIsWrittenLater() throws Exception {
    Path folder = temp.resolve("gallery");
    try (Workspace.Session session = Galleries.open(folder)) {
      queue(
          folder,
          "CREATE TRIGGER stuck BEFORE UPDATE ON imports WHEN NEW.state = 'READY'"
              + " BEGIN SELECT RAISE(ABORT, ''); END");
      session.imports().add(List.of(Samples.photo(1)));
      assertThatThrownBy(session.imports()::await).isInstanceOf(GalleryException.class);
      assertThatThrownBy(session.imports()::resume).isInstanceOf(RuntimeException.class);

      queue(folder, "DROP TRIGGER stuck");
      session.imports().resume();
      List<ImportRow> rows = Galleries.bring(session, List.of());
      assertThat(rows).hasSize(1).allMatch(row -> row.state() == ImportState.READY);
    }
    Wholeness.check(folder);
  }
}
