package app.likeness.ui.shell;

import static app.likeness.ui.Strings.text;

import app.likeness.gallery.Workspace;
import app.likeness.model.GalleryException;
import app.likeness.ui.Background;
import app.likeness.ui.controls.Notices;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Runs the window from its opening to its end.
public final class LikenessApp {
  private LikenessApp() {}

  /// Shows the window at once, opens the gallery behind it, and returns when both are closed.
  ///
  /// @param handed files and folders to add, as handed over by the launcher
  /// @throws GalleryException.Unavailable where there is no display
  public static void run(Workspace workspace, List<Path> handed) throws InterruptedException {
    var closed = new CompletableFuture<Runnable>();
    try {
      Platform.startup(() -> show(workspace, handed, closed));
    } catch (UnsupportedOperationException e) {
      throw new GalleryException.Unavailable(text("app.no-display"), e);
    }
    closed.join().run();
    Platform.exit();
  }

  private static void show(
      Workspace workspace, List<Path> handed, CompletableFuture<Runnable> closed) {
    try {
      Stage stage = new Stage();
      Shell shell = fill(stage, workspace, handed);
      stage.setOnHidden(_ -> closed.complete(inside(stage).ended()));
      stage.show();
      shell.open();
    } catch (RuntimeException | Error e) {
      closed.completeExceptionally(e);
    }
  }

  /// What the window shows now: it is another when the back end was changed.
  static Shell inside(Stage stage) {
    return (Shell) stage.getScene().getRoot();
  }

  static Shell fill(Stage stage, Workspace workspace, List<Path> handed) {
    Notices notices = new Notices();
    Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> notices.failed(failure));
    Theme theme = new Theme();
    Desk desk =
        new Desk(
            Background.ofJavaFx(notices::failed),
            notices,
            new SystemChoosers(stage),
            theme.wishProperty());
    Shell shell = new Shell(workspace, desk, handed);
    Scene scene = new Scene(shell, 1180, 780);
    Theme.style(scene);
    stage.setScene(scene);
    stage.setTitle(text("app.name"));
    stage.setMinWidth(720);
    stage.setMinHeight(480);
    return shell;
  }
}
