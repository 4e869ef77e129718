package app.likeness.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.catalog.ImportRow;
import app.likeness.catalog.ImportState;
import app.likeness.gallery.Importer;
import app.likeness.gallery.Workspace;
import app.likeness.model.GalleryException;
import app.likeness.testing.Galleries;
import app.likeness.testing.Samples;
import app.likeness.testing.ServedFolder;
import app.likeness.testing.Wholeness;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Imports into a gallery whose server goes away and comes back.
class OfflineTest {
  @TempDir Path temp;
  private ServedFolder server;
  private Workspace.Session session;

  @BeforeEach
  void open() {
    server = new ServedFolder(temp.resolve("gallery"), temp.resolve("data"));
    session = server.workspace().open();
  }

  @AfterEach
  void close() {
    session.close();
    server.close();
  }

  private static boolean unreachable(Importer imports) {
    return imports.trouble().filter(GalleryException.Unreachable.class::isInstance).isPresent();
  }

  /// Waits for a change after which something holds.
  private void until(Predicate<Importer> holds) throws InterruptedException {
    CountDownLatch held = new CountDownLatch(1);
    Runnable look =
        () -> {
          if (holds.test(session.imports())) {
            held.countDown();
          }
        };
    try (var _ = session.imports().onChange(look)) {
      look.run();
      held.await();
    }
  }

  private List<ImportRow> rows() {
    return Galleries.all(cursor -> session.imports().rows(false, cursor, 100));
  }

  @Test
  void filesThatAreAddedMeanwhileWaitAndGoOnByThemselves() throws Exception {
    Galleries.bring(session, List.of(Samples.photo(1)));
    server.stop();
    session.imports().add(Samples.all());
    until(OfflineTest::unreachable);
    assertThat(session.imports().trouble().orElseThrow()).hasMessageContaining("does not answer");
    assertThat(session.imports().counts().of(ImportState.FAILED)).isZero();

    server.start();
    session.imports().await();

    assertThat(session.imports().trouble()).isEmpty();
    assertThat(rows()).hasSize(Samples.COUNT).allMatch(row ->
        row.state() == ImportState.READY || row.state() == ImportState.ALREADY);
    assertThat(session.gallery().totals().photos()).isEqualTo(Samples.COUNT);
    isWhole();
  }

  @Test
  void filesUnderWayAreBroughtToTheirEnd() throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    try (var _ = session.imports().onDone(_ -> first.countDown())) {
      session.imports().add(Samples.all());
      first.await();
    }
    server.stop();
    until(OfflineTest::unreachable);
    server.start();
    session.imports().await();
    assertThat(rows()).hasSize(Samples.COUNT).allMatch(row ->
        row.state() == ImportState.READY || row.state() == ImportState.ALREADY);
    isWhole();
  }

  @Test
  void whatIsStillOnItsWayAtTheEndGoesOnAtTheNextStart() throws Exception {
    server.stop();
    session.imports().add(Samples.all());
    until(OfflineTest::unreachable);
    session.close();
    server.start();
    session = server.workspace().open();
    session.imports().await();
    assertThat(session.gallery().totals().photos()).isEqualTo(Samples.COUNT);
  }

  @Test
  void aTokenThatIsRevokedStopsAllAndFailsNoFile() throws Exception {
    server.revoke();
    session.imports().add(Samples.all());
    until(imports -> imports.trouble().isPresent());
    assertThat(session.imports().trouble().orElseThrow())
        .isInstanceOf(GalleryException.Denied.class)
        .hasMessageContaining("does not know this token");
    assertThat(session.imports().counts().of(ImportState.FAILED)).isZero();
  }

  private void isWhole() {
    session.close();
    server.stop();
    Wholeness.check(temp.resolve("gallery"));
  }
}
