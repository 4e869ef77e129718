package app.likeness.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.catalog.ImportRow;
import app.likeness.catalog.ImportState;
import app.likeness.model.GalleryException.Unavailable;
import app.likeness.testing.Around;
import app.likeness.testing.Child;
import app.likeness.testing.Galleries;
import app.likeness.testing.Samples;
import app.likeness.testing.Wholeness;
import app.likeness.testing.Workbench;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A drop that the gallery's disk cannot take as a whole is refused before any of it is sent.
class RoomTest {
  private static final Around.Hook PLAIN = (_, call) -> call.go();
  private static final long RESERVE = 256L << 20;

  @TempDir Path temp;
  private Path folder;
  private Path drop;

  @BeforeEach
  void folders() throws IOException {
    folder = temp.resolve("gallery");
    drop = Files.createDirectory(temp.resolve("drop"));
    Samples.remarked(1, "a", drop);
  }

  /// A file with a hole in it: larger than what the disk has left, though it takes nothing of it.
  private Path tooLarge() throws IOException {
    Path large = drop.resolve("b.jpg");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(Files.getFileStore(temp).getUsableSpace() + (1L << 30));
    }
    return large;
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void nothingIsSentBeforeAllFitsAndNothingIsLost() throws Exception {
    Path large = tooLarge();
    try (Workspace.Session session = Galleries.open(folder)) {
      Importer imports = session.imports();
      imports.add(List.of(drop));
      assertThatThrownBy(imports::await)
          .isInstanceOf(Unavailable.class)
          .hasMessageMatching("These photos need about \\S+ GB, and .* has \\S+ .B left .*[.]");
      assertThat(imports.trouble()).isPresent();
      assertThat(imports.counts().of(ImportState.WAITING)).isEqualTo(2);
      assertThat(session.gallery().totals().photos()).isZero();

      imports.resume();
      assertThatThrownBy(imports::await).isInstanceOf(Unavailable.class); // it is still so

      Files.write(large, Samples.remarked(2, "b"));
      imports.resume();
      assertThat(Galleries.bring(session, List.of()))
          .extracting(ImportRow::state)
          .containsExactly(ImportState.READY, ImportState.READY);
      assertThat(imports.trouble()).isEmpty();
    }
    Wholeness.check(folder);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aCancelMakesWayForWhatFits() throws Exception {
    tooLarge();
    try (Workspace.Session session = Galleries.open(folder)) {
      session.imports().add(List.of(drop));
      assertThatThrownBy(session.imports()::await).isInstanceOf(Unavailable.class);
      session.imports().cancel();
      List<ImportRow> rows = Galleries.bring(session, List.of(Samples.photo(3)));
      assertThat(session.imports().trouble()).isEmpty();
      assertThat(rows.getLast().state()).isEqualTo(ImportState.READY);
      assertThat(session.gallery().totals().photos()).isEqualTo(1);
    }
    Wholeness.check(folder);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theCommandLineSaysSoAndGoesOnNextTime() throws Exception {
    Path large = tooLarge();
    String[] words = {"import", "--gallery", folder.toString(), drop.toString()};
    Child.End end = Child.run(words);
    assertThat(end.exit()).isEqualTo(1);
    assertThat(end.err().lines()).as(end.err()).hasSize(1);
    assertThat(end.err()).startsWith("These photos need about ");

    Files.write(large, Samples.remarked(2, "b"));
    assertThat(Child.run(words).exit()).isZero();
    Wholeness.check(folder);
  }

  @Test
  void whatIsHereAlreadyNeedsNoRoom() throws Exception {
    Path gallery = Files.createDirectory(folder);
    Path photo = drop.resolve("a-1.jpg");
    long bytes = Files.size(photo);
    try (Workbench bench = new Workbench(gallery, PLAIN, PLAIN)) {
      bench.imports().add(List.of(photo));
      bench.imports().await();
      bench.imports().clearDone();
      bench.imports().pause();
      bench.queue().add(List.of(photo));
      Demand scarce = demand(bench, RESERVE + bytes - 1);
      assertThatCode(scarce::check).doesNotThrowAnyException();

      bench.queue().add(List.of(Samples.remarked(1, "new", drop)));
      assertThatThrownBy(scarce::check).isInstanceOf(Unavailable.class);
      assertThatCode(demand(bench, RESERVE + 2 * bytes)::check).doesNotThrowAnyException();
    }
  }

  private static Demand demand(Workbench bench, long usable) {
    return new Demand(bench.queue(), bench.gallery().photos(), new Room(() -> usable));
  }
}
