package app.likeness.bench;

import app.likeness.Main;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.stage.Window;

/// Starts the application again and again as its launcher does, each time as a process of its own,
/// and times it from outside: to its first window with its first layout, and to the page of photos,
/// which is there when the gallery is open and served.
///
/// Arguments: how often (5), then options for the JVM that is started. The first start, which makes
/// the gallery and warms the disk's cache, is told but not counted. Runs on JavaFX's Headless
/// platform with software rendering; with `-Dtest.screen=-Dprism.order=sw` on a display.
public final class StartBench {
  private static final String WINDOW = "window";
  private static final String PHOTOS = "photos";

  /// Milliseconds from before the process was made.
  private record Start(double window, double photos) {}

  private final List<String> command = new ArrayList<>();

  private StartBench(List<String> options, Path gallery) {
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    for (String property : List.of("glass.platform", "prism.order")) {
      if (System.getProperty(property) != null) {
        command.add("-D%s=%s".formatted(property, System.getProperty(property)));
      }
    }
    String classes =
        String.join(
            File.pathSeparator, "target/classes", "target/test-classes", "target/app/libs/*");
    command.addAll(
        List.of(
            "--module-path=target/app/mods",
            "--add-modules=javafx.controls",
            "--enable-native-access=javafx.graphics,ALL-UNNAMED",
            "-classpath",
            classes,
            Watched.class.getName(),
            "--gallery",
            gallery.toString()));
  }

  public static void main(String[] args) throws Exception {
    int times = args.length > 0 ? Integer.parseInt(args[0]) : 5;
    Path folder = Files.createTempDirectory("likeness-start");
    try {
      List<String> options = List.of(args).subList(Math.min(1, args.length), args.length);
      new StartBench(options, folder.resolve("gallery")).run(times);
    } finally {
      remove(folder);
    }
  }

  private void run(int times) throws Exception {
    Start first = start();
    System.out.printf(
        "the first start of all: window %.0f ms, photos %.0f ms%n", first.window(), first.photos());
    List<Start> starts = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      starts.add(start());
    }
    tell("first window", starts.stream().map(Start::window).sorted().toList());
    tell("page of photos", starts.stream().map(Start::photos).sorted().toList());
  }

  private static void tell(String what, List<Double> sorted) {
    int size = sorted.size();
    System.out.printf(
        "%-14s median %.0f ms, least %.0f ms, most %.0f ms (%d starts, %d cores)%n",
        what, sorted.get(size / 2), sorted.getFirst(), sorted.getLast(), size,
        Runtime.getRuntime().availableProcessors());
  }

  private Start start() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    long began = System.nanoTime();
    Process process = builder.start();
    try (BufferedReader out = process.inputReader()) {
      return new Start(since(began, WINDOW, out), since(began, PHOTOS, out));
    } finally {
      process.destroy();
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
    }
  }

  private static double since(long began, String word, BufferedReader out) throws IOException {
    String line = out.readLine();
    while (line != null && !line.equals(word)) {
      line = out.readLine();
    }
    if (line == null) {
      throw new IllegalStateException("It ended before its " + word);
    }
    return (System.nanoTime() - began) / 1e6;
  }

  private static void remove(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /// The application in the process that is started, with somebody who calls out what is shown.
  static final class Watched {
    private static final String PAGE = ".photos";

    private Watched() {}

    public static void main(String[] args) {
      Window.getWindows()
          .addListener(
              (ListChangeListener<Window>)
                  change -> {
                    while (change.next()) {
                      change.getAddedSubList().forEach(window -> watch(window.getScene()));
                    }
                  });
      Main.main(args);
    }

    private static void watch(Scene scene) {
      List<String> left = new ArrayList<>(List.of(WINDOW, PHOTOS));
      scene.addPostLayoutPulseListener(
          () -> {
            boolean first = left.size() == 2;
            if (first || (!left.isEmpty() && scene.lookup(PAGE) != null)) {
              System.out.println(left.removeFirst());
            }
          });
    }
  }
}
