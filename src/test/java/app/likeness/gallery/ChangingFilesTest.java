package app.likeness.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.catalog.ImportRow;
import app.likeness.catalog.ImportState;
import app.likeness.testing.Galleries;
import app.likeness.testing.Samples;
import app.likeness.testing.Wholeness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// Files that go or change while they are imported.
class ChangingFilesTest extends DroppedFiles {
  @Test
  void aFileThatIsGoneBeforeItIsReadSaysSo() throws Exception {
    Path gone = file("gone.jpg", Samples.remarked(2, "gone"));
    Path good = file("good.jpg", Samples.remarked(2, "good"));
    try (Workspace.Session session = Galleries.open(folder)) {
      session.imports().pause();
      session.imports().add(List.of(gone, good));
      while (session.imports().counts().total() < 2) {
        Thread.sleep(1);
      }
      Files.delete(gone);
      session.imports().resume();
      Map<String, ImportRow> rows = byName(Galleries.bring(session, List.of()));
      failed(rows.get("gone.jpg"), "no such file");
      ready(rows.get("good.jpg"));
    }
    Wholeness.check(folder);
  }

  /// Does something to the file after it was read and before it is sent; answers its row.
  private ImportRow betweenReadingAndSending(Path file, Change change) throws Exception {
    try (Workspace.Session session = Galleries.open(folder)) {
      AtomicBoolean changed = new AtomicBoolean();
      Runnable listener =
          () -> {
            boolean read =
                session.imports().rows(false, null, 1).items().stream()
                    .anyMatch(row -> row.photo() != null);
            if (read && changed.compareAndSet(false, true)) {
              change.run();
            }
          };
      try (var _ = session.imports().onChange(listener)) {
        return Galleries.bring(session, List.of(file)).getFirst();
      }
    } finally {
      Wholeness.check(folder);
    }
  }

  private interface Change extends Runnable {
    void make() throws IOException;

    @Override
    default void run() {
      try {
        make();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void aFileThatGoesBeforeItIsSentSaysSoAndKeepsItsRow() throws Exception {
    Path file = file("goes.jpg", Samples.remarked(2, "goes"));
    failed(betweenReadingAndSending(file, () -> Files.delete(file)), "not there any more");
  }

  @Test
  void aFileThatGrowsBeforeItIsSentSaysSo() throws Exception {
    Path file = file("grows.jpg", Samples.remarked(2, "grows"));
    failed(
        betweenReadingAndSending(
            file, () -> Files.write(file, new byte[9], StandardOpenOption.APPEND)),
        "changed while it was being sent");
  }

  @Test
  void aFileThatIsAnotherBeforeItIsSentSaysSo() throws Exception {
    Path file = file("other.jpg", Samples.remarked(2, "this"));
    failed(
        betweenReadingAndSending(file, () -> Files.write(file, Samples.remarked(2, "that"))),
        "changed while it was being sent");
  }

  @Test
  void aFileThatChangesWhileItIsReadSaysSo() throws Exception {
    Path file = file("written.jpg", new byte[1 << 20]);
    AtomicBoolean stop = new AtomicBoolean();
    Thread writer =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (long n = 0; !stop.get(); n++) {
                    try {
                      Files.setLastModifiedTime(file, FileTime.fromMillis(n));
                    } catch (IOException e) {
                      throw new IllegalStateException(e);
                    }
                  }
                });
    try (Workspace.Session session = Galleries.open(folder)) {
      ImportRow row = Galleries.bring(session, List.of(file)).getFirst();
      while (!String.valueOf(row.reason()).contains("changing while it was read")) {
        assertThat(row.state()).isEqualTo(ImportState.FAILED);
        session.imports().retry(row.id()); // the machine was too busy to write in between
        row = Galleries.bring(session, List.of()).getFirst();
      }
    } finally {
      stop.set(true);
      writer.join();
    }
    Wholeness.check(folder);
  }
}
