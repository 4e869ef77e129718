package app.likeness.ui.shell;

import static app.likeness.ui.Strings.text;

import app.likeness.gallery.Workspace;
import app.likeness.model.GalleryException;
import app.likeness.ui.Background;
import app.likeness.ui.controls.Notices;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Runs the window from its opening to its end.
public final class LikenessApp {
  private LikenessApp() {}

  /// Shows the window at once, opens the gallery behind it, and returns when both are closed.
  ///
  /// @param dropped files and folders to add, as handed over by the launcher
  /// @throws GalleryException.Unavailable where there is no display
  public static void run(Workspace workspace, List<Path> dropped) throws InterruptedException {
    var closed = new CountDownLatch(1);
    var shell = new CompletableFuture<Shell>();
    try {
      Platform.startup(() -> shell.complete(show(workspace, closed)));
    } catch (UnsupportedOperationException e) {
      throw new GalleryException.Unavailable(text("app.no-display"), e);
    }
    closed.await();
    shell.join().close();
    Platform.exit();
  }

  private static Shell show(Workspace workspace, CountDownLatch closed) {
    Notices notices = new Notices();
    Shell shell = new Shell(workspace, Background.ofJavaFx(notices::failed), notices);
    Stage stage = new Stage();
    Scene scene = new Scene(shell, 1180, 780);
    new Theme();
    Theme.style(scene);
    stage.setScene(scene);
    stage.setTitle(text("app.name"));
    stage.setMinWidth(720);
    stage.setMinHeight(480);
    stage.setOnHidden(_ -> closed.countDown());
    stage.show();
    shell.open();
    return shell;
  }
}
