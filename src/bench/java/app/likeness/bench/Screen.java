package app.likeness.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The window that the application has opened: a hand for it, and a watch on how soon it answers.
final class Screen {
  private static final int PATIENCE_SECONDS = 60;

  /// How long an answer took, in milliseconds.
  ///
  /// @param layout in CSS and layout on the JavaFX thread, over all pulses until it was there
  /// @param wall from asking until the end of the pulse that laid it out
  record Took(double layout, double wall) {}

  private record Wait(long since, BooleanSupplier done, CompletableFuture<Took> answer) {}

  private final Stage stage;
  private final Scene scene;
  private @Nullable Robot robot;
  private @Nullable Wait wait;
  private long began;
  private double spent;

  private Screen(Stage stage) {
    this.stage = stage;
    scene = stage.getScene();
    scene.addPreLayoutPulseListener(() -> began = System.nanoTime());
    scene.addPostLayoutPulseListener(this::pulsed);
  }

  /// Waits for the first window, and makes it this large.
  static Screen first(int width, int height) throws Exception {
    while (windows().isEmpty()) {
      Thread.sleep(20);
    }
    return fx(
        () -> {
          Stage stage = (Stage) windows().getFirst();
          stage.setX(0);
          stage.setY(0);
          stage.setWidth(width);
          stage.setHeight(height);
          return new Screen(stage);
        });
  }

  private static ObservableList<Window> windows() {
    return Window.getWindows();
  }

  Scene scene() {
    return scene;
  }

  /// Does something on the JavaFX thread and waits until a pulse has laid out what it leads to.
  Took time(Runnable act, BooleanSupplier done) throws Exception {
    CompletableFuture<Took> answer = new CompletableFuture<>();
    long asked = System.nanoTime();
    Platform.runLater(
        () -> {
          spent = 0;
          wait = new Wait(asked, done, answer);
          act.run();
          Platform.requestNextPulse();
        });
    return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private void pulsed() {
    long now = System.nanoTime();
    spent += (now - began) / 1e6;
    if (wait == null) {
      return;
    }
    if (wait.done().getAsBoolean()) {
      wait.answer().complete(new Took(spent, (now - wait.since()) / 1e6));
      wait = null;
    } else {
      Platform.requestNextPulse();
    }
  }

  // ---- a hand; call it on the JavaFX thread

  /// Clicks on the middle of a node, by the mouse.
  void click(Node node, int times) {
    Bounds on = node.localToScreen(node.getLayoutBounds());
    hand().mouseMove(on.getCenterX(), on.getCenterY());
    for (int i = 0; i < times; i++) {
      hand().mouseClick(MouseButton.PRIMARY);
    }
  }

  void press(KeyCode key) {
    hand().keyType(key);
  }

  private Robot hand() {
    if (robot == null) {
      robot = new Robot();
    }
    return robot;
  }

  void close() throws Exception {
    fx(
        () -> {
          stage.hide();
          return true;
        });
  }

  /// Asks on the JavaFX thread.
  static <T> T fx(Supplier<T> ask) throws Exception {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            answer.complete(ask.get());
          } catch (RuntimeException e) {
            answer.completeExceptionally(e);
          }
        });
    return answer.get();
  }
}
