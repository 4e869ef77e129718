package app.likeness.testing;

import atlantafx.base.theme.PrimerLight;
import app.likeness.ui.shell.Theme;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/// What tests of the window need beside TestFX: waiting for what comes later, and quick keys.
public final class Fx {
  private static final int PATIENCE_SECONDS = 20;

  private Fx() {}

  /// Shows something as the whole of a window, styled as the application is.
  public static void show(Stage stage, Parent root, int width, int height) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    Scene scene = new Scene(root, width, height);
    Theme.style(scene);
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(width);
    stage.setHeight(height);
    stage.show();
  }

  /// Asks on the JavaFX thread.
  public static <R> R on(Callable<R> ask) {
    return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000L, ask);
  }

  public static void run(Runnable work) {
    on(
        () -> {
          work.run();
          return true;
        });
  }

  /// Waits until something asked on the JavaFX thread is so.
  public static void until(Callable<Boolean> done) {
    try {
      WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> on(done));
      WaitForAsyncUtils.waitForFxEvents();
    } catch (TimeoutException e) {
      throw new AssertionError("It never came", e);
    }
  }

  /// Waits until a pulse has laid everything out.
  public static void pulse(Scene scene) {
    CountDownLatch passed = new CountDownLatch(1);
    Runnable listener = passed::countDown;
    run(
        () -> {
          scene.addPostLayoutPulseListener(listener);
          Platform.requestNextPulse();
        });
    until(() -> passed.getCount() == 0);
    run(() -> scene.removePostLayoutPulseListener(listener));
  }

  /// Presses a key where the focus is.
  public static void press(Scene scene, KeyCode code) {
    press(scene, code, false, false);
  }

  public static void press(Scene scene, KeyCode code, boolean shift, boolean control) {
    run(
        () -> {
          Node focus = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
          focus.fireEvent(
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
        });
  }
}
