package app.likeness.bench;

import app.likeness.app.Backends;
import app.likeness.ui.shell.LikenessApp;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.stage.Window;

/// Measures the start of this process to the second pulse of its first window; then ends it.
///
/// Run it several times: one process has one start. It counts from the start of the JVM, on the
/// class path of the benchmarks, without any start-up cache.
public final class StartBench {
  private StartBench() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("likeness-start");
    Thread.ofPlatform().daemon().start(StartBench::watch);
    LikenessApp.run(new Backends().workspace(Optional.of(folder)), List.of());
  }

  private static void watch() {
    while (true) {
      try {
        Platform.runLater(
            () -> Window.getWindows().addListener(
                (ListChangeListener<Window>) _ -> new SecondPulse().start()));
        return;
      } catch (IllegalStateException _) {
        Thread.onSpinWait(); // the toolkit is not there yet
      }
    }
  }

  private static final class SecondPulse extends AnimationTimer {
    private int pulses;

    @Override
    public void handle(long now) {
      if (++pulses == 2) {
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        System.out.printf("first window after %d ms%n", System.currentTimeMillis() - started);
        Runtime.getRuntime().halt(0);
      }
    }
  }
}
