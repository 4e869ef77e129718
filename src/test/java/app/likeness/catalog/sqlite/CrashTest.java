package app.likeness.catalog.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.catalog.Catalog;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that is killed leaves whole writes only, and loses none that it was told of.
class CrashTest {
  private static final int KILLS = 4;

  @TempDir Path folder;

  @Test
  void keepsWholeWritesOnlyWhenTheProcessIsKilled() throws Exception {
    Path file = folder.resolve("catalog.sqlite");
    for (int kill = 1; kill <= KILLS; kill++) {
      long told = writeAndKill(file, 7 * kill);
      try (Catalog catalog = SqliteCatalog.open(file)) {
        long last = Long.parseLong(catalog.setting("last").orElseThrow());
        assertThat(last).isGreaterThanOrEqualTo(told);
        assertThat(catalog.log().before(0, 1).getFirst().seq()).isEqualTo(last);
        assertThat(catalog.totals().photos()).isEqualTo((int) last);
        assertThat(catalog.totals().persons()).isEqualTo((int) last);
        Audit.check(file);
      }
    }
  }

  private static long writeAndKill(Path file, int writes) throws Exception {
    try (Child child = Child.start("", "write", file)) {
      long told = 0;
      for (int i = 0; i < writes; i++) {
        told = Long.parseLong(child.says());
      }
      return told;
    }
  }

  @Test
  void saysSoWhenAFileMayNotGrow() throws Exception {
    Path file = folder.resolve("catalog.sqlite");
    try (Child child = Child.start("ulimit -f 4096", "write", file)) {
      String said = child.says();
      long told = 0;
      while (said.matches("\\d+")) {
        told = Long.parseLong(said);
        said = child.says();
      }
      assertThat(said).startsWith("Unavailable: ").contains(file.toString()).contains("free");
      try (Catalog catalog = SqliteCatalog.open(file)) {
        assertThat(catalog.setting("last")).contains(Long.toString(told));
        Audit.check(file);
      }
    }
  }
}
