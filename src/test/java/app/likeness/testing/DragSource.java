package app.likeness.testing;

import java.awt.AWTException;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/// Another program, in a process of its own: drags with the mouse what it holds onto a point of the
/// screen; or only moves the mouse, for what is dragged within one window.
///
/// Its own window is at the right of a screen of 1600 pixels.
public final class DragSource {
  private static final int PATIENCE_SECONDS = 30;
  private static final Point2D HOME = new Point2D(1300, 200);
  private static final int SIDE = 120;
  private static final int STEPS = 20;
  private static final int MILLIS_A_STEP = 20;
  private static final int LONGER = 10;
  private static final String TAKEN = "taken";

  private final CountDownLatch shown = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Robot robot;
  private volatile boolean taken;

  private DragSource() throws AWTException {
    robot = new Robot();
  }

  /// Drags files and folders to a point of the screen; answers whether they were taken.
  ///
  /// @param hovering asked often; once it is so, they are let go
  public static boolean files(Point2D to, BooleanSupplier hovering, List<Path> files) {
    return run("files", to, hovering, files.stream().map(Path::toString));
  }

  /// Drags a piece of text likewise.
  public static boolean text(Point2D to, BooleanSupplier hovering, String text) {
    return run("text", to, hovering, Stream.of(text));
  }

  /// Presses the mouse at one point of the screen and lets it go at another.
  public static void mouse(Point2D from, Point2D to, BooleanSupplier hovering) {
    run("mouse", to, hovering, Stream.of(from.getX(), from.getY()).map(String::valueOf));
  }

  private static boolean run(String what, Point2D to, BooleanSupplier hovering, Stream<String> rest) {
    Stream<String> java =
        Stream.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-Dprism.order=sw",
            "-cp",
            System.getProperty("java.class.path"),
            DragSource.class.getName());
    Stream<String> words = Stream.of(what, "" + to.getX(), "" + to.getY());
    return drag(Stream.of(java, words, rest).flatMap(all -> all).toList(), hovering);
  }

  private static boolean drag(List<String> command, BooleanSupplier hovering) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      Process process = builder.start();
      try (var toChild = process.outputWriter(); var fromChild = process.inputReader()) {
        Instant end = Instant.now().plusSeconds(PATIENCE_SECONDS);
        while (!hovering.getAsBoolean() && process.isAlive() && Instant.now().isBefore(end)) {
          process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        toChild.write('\n');
        toChild.flush();
        String answer = fromChild.readLine();
        if (process.waitFor() != 0) {
          throw new AssertionError("The other program failed");
        }
        return TAKEN.equals(answer);
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] args) throws Exception {
    Point2D to = new Point2D(Double.parseDouble(args[1]), Double.parseDouble(args[2]));
    List<String> rest = List.of(args).subList(3, args.length);
    DragSource source = new DragSource();
    ClipboardContent held = new ClipboardContent();
    switch (args[0]) {
      case "mouse" ->
          source.carry(
              new Point2D(Double.parseDouble(rest.get(0)), Double.parseDouble(rest.get(1))), to);
      case "text" -> {
        held.putString(rest.getFirst());
        source.offer(held, to);
      }
      default -> {
        held.putFiles(rest.stream().map(File::new).toList());
        source.offer(held, to);
      }
    }
    System.out.println(source.taken ? TAKEN : "left");
    Runtime.getRuntime().halt(0);
  }

  private void offer(ClipboardContent held, Point2D to) throws Exception {
    Platform.startup(() -> show(held));
    await(shown);
    carry(HOME.add(SIDE / 2.0, SIDE / 2.0), to);
    await(ended);
  }

  private static void await(CountDownLatch latch) throws InterruptedException {
    if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("nothing came of it");
    }
  }

  private void show(ClipboardContent held) {
    Pane pane = new Pane();
    pane.addEventHandler(
        MouseEvent.DRAG_DETECTED,
        event -> {
          pane.startDragAndDrop(TransferMode.COPY).setContent(held);
          event.consume();
        });
    pane.addEventHandler(
        DragEvent.DRAG_DONE,
        event -> {
          taken = event.getTransferMode() != null;
          ended.countDown();
        });
    Stage stage = new Stage(StageStyle.UNDECORATED);
    stage.setScene(new Scene(pane, SIDE, SIDE));
    stage.setX(HOME.getX());
    stage.setY(HOME.getY());
    stage.show();
    pane.getScene().addPostLayoutPulseListener(shown::countDown);
    Platform.requestNextPulse();
  }

  /// Moves on the spot, as a hand does, until it is told to let go, and somewhat longer: what the
  /// other side has said must have come here.
  private void carry(Point2D from, Point2D to) throws IOException {
    move(from);
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    for (int i = 1; i <= STEPS; i++) {
      move(from.interpolate(to, (double) i / STEPS));
    }
    int left = LONGER;
    while (left > 0) {
      move(to.add(left % 2, 0));
      move(to);
      if (left < LONGER || System.in.available() > 0) {
        left--;
      }
    }
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
  }

  private void move(Point2D to) {
    robot.mouseMove((int) to.getX(), (int) to.getY());
    robot.delay(MILLIS_A_STEP);
  }
}
