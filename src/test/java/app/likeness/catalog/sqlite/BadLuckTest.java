package app.likeness.catalog.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.Samples;
import app.likeness.model.GalleryException;
import app.likeness.model.GalleryException.Unavailable;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Full disks, damaged files and files of another version, each told in one sentence.
class BadLuckTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void names() {
    file = folder.resolve("catalog.sqlite");
  }

  private static void add(Catalog catalog, int from, int photos) {
    catalog.serially(
        () -> {
          for (int i = from; i < from + photos; i++) {
            Photo photo = Samples.photo("photo" + i, i);
            Samples.add(catalog, photo, Samples.face(photo, 1, 5));
          }
          return null;
        });
  }

  private static int limit(Sqlite sqlite, int more) {
    return sqlite.write(
        session -> {
          long pages = session.number("PRAGMA page_count") + more;
          return (int) session.number("PRAGMA max_page_count=" + pages);
        });
  }

  @Test
  void aFullDiskRefusesAWriteWholeAndTheNextSucceeds() {
    Sqlite sqlite = Sqlite.open(file, Schema.CATALOG);
    try (Catalog catalog = new SqliteCatalog(sqlite)) {
      add(catalog, 0, 10);
      limit(sqlite, 10);
      assertThatThrownBy(() -> add(catalog, 10, 200))
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining("is full: free some space and try again.");
      assertThat(catalog.totals().photos()).isEqualTo(10);
      limit(sqlite, 10_000);
      add(catalog, 10, 200);
      assertThat(catalog.totals().photos()).isEqualTo(210);
    }
    Audit.check(file);
  }

  @Test
  void aWriteIsRefusedEvenWhenItsFailureWasCaughtInside() {
    Sqlite sqlite = Sqlite.open(file, Schema.CATALOG);
    try (Catalog catalog = new SqliteCatalog(sqlite)) {
      limit(sqlite, 10);
      AtomicInteger caught = new AtomicInteger();
      assertThatThrownBy(
              () ->
                  catalog.serially(
                      () -> {
                        catalog.setting("before", "1");
                        try {
                          add(catalog, 0, 200);
                        } catch (Unavailable _) {
                          caught.incrementAndGet();
                        }
                        catalog.setting("after", "1");
                        return null;
                      }))
          .isInstanceOf(Unavailable.class);
      assertThat(caught).hasValue(1);
      assertThat(catalog.setting("before")).isEmpty();
      assertThat(catalog.setting("after")).isEmpty();
    }
    Audit.check(file);
  }

  private void overwrite(int from, int bytes) throws IOException {
    try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
      raw.seek(from);
      raw.write("damaged ".repeat(bytes / 8).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  private void filled() {
    try (Catalog catalog = SqliteCatalog.open(file)) {
      add(catalog, 0, 100);
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsNamed() throws IOException {
    filled();
    overwrite(0, 4096);
    assertThatThrownBy(() -> SqliteCatalog.open(file))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining(file + " is damaged");
    assertThatThrownBy(() -> SqliteCatalog.read(file)).isInstanceOf(Unavailable.class);
  }

  @Test
  void aDamagedFileIsNamedWithItsBackup() throws IOException {
    filled();
    overwrite(4096, (int) Files.size(file) - 4096);
    Path backup = Files.createDirectories(folder.resolve("backups")).resolve("catalog-v1-20260101-000000-000.sqlite");
    Files.createFile(backup);
    assertThatThrownBy(
            () -> {
              try (Catalog catalog = SqliteCatalog.open(file)) {
                catalog.photos().find(new PhotoId("photo1"));
              }
            })
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining(file + " is damaged")
        .hasMessageContaining("a backup lies beside it")
        .hasMessageContaining(backup.toString());
  }

  @Test
  void aFileOfANewerVersionIsRefusedAndLeftAsItIs() throws IOException {
    filled();
    try (Session session = Session.writing(file)) {
      session.script("PRAGMA user_version=99");
    }
    long before = Files.size(file);
    assertThatThrownBy(() -> SqliteCatalog.open(file))
        .isInstanceOf(GalleryException.Unsupported.class)
        .hasMessageContaining("newer Likeness (version 99");
    assertThatThrownBy(() -> SqliteCatalog.read(file))
        .isInstanceOf(GalleryException.Unsupported.class);
    assertThat(Files.size(file)).isEqualTo(before);
  }

  @Test
  void aClosedCatalogueSaysSo() {
    Catalog catalog = SqliteCatalog.open(file);
    catalog.close();
    catalog.close();
    assertThatThrownBy(() -> catalog.setting("a"))
        .isInstanceOf(Unavailable.class)
        .hasMessage("The gallery is closed.");
    assertThatThrownBy(() -> catalog.setting("a", "b")).isInstanceOf(Unavailable.class);
  }
}
