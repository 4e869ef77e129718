package app.likeness.ui.shell;

import app.likeness.gallery.Workspace;
import app.likeness.testing.NoChoosers;
import app.likeness.ui.Background;
import app.likeness.ui.controls.Notice;
import app.likeness.ui.controls.Notices;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/// The whole window on a workspace, as a test sees and handles it.
final class TestWindow implements AutoCloseable {
  private final Notices notices = new Notices();
  private final Stage stage;

  /// Call it on the JavaFX thread.
  TestWindow(Stage stage, Workspace workspace) {
    this.stage = stage;
    ObjectProperty<ColorScheme> theme = new Theme().wishProperty();
    Desk desk =
        new Desk(Background.ofJavaFx(notices::failed), notices, new NoChoosers(), theme);
    Shell shell = new Shell(workspace, desk, List.of());
    Scene scene = new Scene(shell, 1000, 760);
    Theme.style(scene);
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(1000);
    stage.setHeight(760);
    stage.show();
    shell.open();
  }

  /// What it shows now: another when the back end was changed.
  Shell shell() {
    return (Shell) stage.getScene().getRoot();
  }

  String said() {
    Notice notice = notices.current();
    return notice == null ? "" : notice.text();
  }

  /// Whether something with this style class is shown.
  boolean shows(String selector) {
    return shell().lookupAll(selector).stream().anyMatch(TestWindow::shown);
  }

  private static boolean shown(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  Node focus() {
    return stage.getScene().getFocusOwner();
  }

  /// Presses a key where the focus is.
  void press(KeyCode code) {
    press(code, false, false);
  }

  void press(KeyCode code, boolean shift, boolean ctrl) {
    fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, ctrl, false, false));
  }

  /// Buttons fire when their key is let go.
  void release(KeyCode code) {
    fire(new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, false, false));
  }

  private void fire(KeyEvent event) {
    on(
        () -> {
          Node focus = focus();
          (focus == null ? shell() : focus).fireEvent(event);
          return true;
        });
  }

  /// Types where the focus is.
  void type(String text) {
    fire(
        new KeyEvent(
            KeyEvent.KEY_TYPED, text, text, KeyCode.UNDEFINED, false, false, false, false));
  }

  void until(Callable<Boolean> holds) {
    try {
      WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> on(holds));
    } catch (TimeoutException e) {
      throw new AssertionError("It never came to that; the notice says: " + said(), e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  <T> T on(Callable<T> work) {
    return WaitForAsyncUtils.waitForAsyncFx(60_000, work);
  }

  @Override
  public void close() {
    Runnable rest = on(() -> shell().ended());
    on(
        () -> {
          stage.setScene(new Scene(new Pane()));
          return true;
        });
    rest.run();
  }
}
