package app.likeness.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.catalog.ImportState;
import app.likeness.gallery.Workspace;
import app.likeness.testing.Fx;
import app.likeness.testing.Galleries;
import app.likeness.testing.Samples;
import app.likeness.ui.Background;
import app.likeness.ui.controls.Notices;
import app.likeness.ui.imports.ImportsModel;
import app.likeness.ui.shell.DropModel.Drop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class DropModelTest {
  @TempDir private Path folder;
  @TempDir private Path dropped;
  private final List<Throwable> failures = new ArrayList<>();
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Path photo = Samples.photo(1);
  private Workspace.Session session;
  private ImportsModel imports;
  private DropModel model;

  @BeforeEach
  void open() {
    session = Galleries.open(folder);
    Background background = new Background(workers, Platform::runLater, failures::add);
    Fx.run(
        () -> {
          imports = new ImportsModel(session.imports(), background, new Notices());
          model = new DropModel(imports, background);
        });
  }

  @AfterEach
  void close() {
    try {
      Fx.run(imports::close);
      workers.close(); // what reads in the background would fail once the session is closed
      Fx.run(() -> assertThat(failures).isEmpty());
    } finally {
      session.close();
    }
  }

  @Test
  void whatHoversIsToldAtOnceAndItsFoldersSoon() {
    List<Path> items = List.of(photo, dropped);
    Drop first = Fx.on(() -> hover(items));
    assertThat(first).isEqualTo(new Drop(items, -1, false));
    Fx.until(() -> new Drop(items, 1, false).equals(drop()));
    assertThat(drop().files()).isEqualTo(1);
    assertThat(Fx.on(() -> hover(items))).isEqualTo(new Drop(items, 1, false));
  }

  @Test
  void whatIsDraggedOnLeavesNothing() {
    Fx.run(() -> model.over(List.of(photo)));
    Fx.run(model::left);
    assertThat(drop()).isNull();
    assertThat(session.imports().counts().open()).isZero();
    assertThat(session.imports().counts().roots()).isZero();
  }

  @Test
  void whatIsLetGoIsShownUntilItIsDurable() throws InterruptedException {
    Fx.run(() -> model.over(List.of(photo)));
    Drop taken =
        Fx.on(
            () -> {
              model.add(List.of(photo));
              return drop();
            });
    assertThat(taken.taken()).isTrue();
    Fx.until(() -> drop() == null);
    session.imports().await();
    assertThat(session.imports().counts().of(ImportState.READY)).isEqualTo(1);
  }

  @Test
  void whatIsBeingTakenIsNeitherReplacedNorDraggedOn() {
    Drop kept =
        Fx.on(
            () -> {
              model.add(List.of(photo));
              model.over(List.of(dropped));
              model.left();
              return drop();
            });
    assertThat(kept).isEqualTo(new Drop(List.of(photo), -1, true));
    Fx.until(() -> drop() == null);
  }

  @Test
  void nothingIsNotTaken() {
    Fx.run(() -> model.add(List.of()));
    assertThat(drop()).isNull();
  }

  private Drop hover(List<Path> items) {
    model.over(items);
    return drop();
  }

  private Drop drop() {
    return model.dropProperty().get();
  }
}
