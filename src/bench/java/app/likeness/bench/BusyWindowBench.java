package app.likeness.bench;

import app.likeness.catalog.ImportState;
import app.likeness.gallery.Workspace;
import app.likeness.testing.DrawnGallery;
import app.likeness.testing.Galleries;
import app.likeness.ui.controls.GridCell;
import app.likeness.ui.controls.PictureGrid;
import app.likeness.ui.shell.LikenessApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/// Scrolls and clicks in the whole window on a gallery of drawn photos: first while nothing else
/// goes on, then while real 12 MP photos are imported into it.
///
/// Arguments: how many drawn photos (2000), how many to import (150), and a folder where the drawn
/// gallery is kept from run to run. Runs on JavaFX's Headless platform with software rendering;
/// with `-Dtest.screen=-Dprism.order=sw` on a display. A step or a click has been answered when a
/// pulse has laid out what it leads to, so that about 8 ms of each are waiting for the next pulse.
/// `-Dbench.jvm=-XX:ActiveProcessorCount=2` makes a larger machine look like one of two cores.
public final class BusyWindowBench {
  private static final int WIDTH = 1400;
  private static final int HEIGHT = 900;
  private static final double STEP = 37;
  private static final int STEPS = 30;
  private static final int WARM_ROUNDS = 5;
  private static final int QUIET_ROUNDS = 15;
  private static final int SAMPLES = 6;

  private final Path folder;
  private final CompletableFuture<Workspace.Session> opened = new CompletableFuture<>();
  private final Map<String, List<Screen.Took>> clicks = new LinkedHashMap<>();
  private final List<Screen.Took> steps = new ArrayList<>();
  private Screen screen;

  private BusyWindowBench(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    int drawn = args.length > 0 ? Integer.parseInt(args[0]) : 2_000;
    int imported = args.length > 1 ? Integer.parseInt(args[1]) : 150;
    Path folder = Files.createTempDirectory("likeness-busy");
    try {
      Path kept = args.length > 2 ? Path.of(args[2]) : folder.resolve("drawn");
      if (!Files.exists(kept)) {
        DrawnGallery.fill(Files.createDirectories(kept), drawn, 24, drawn / 12);
      }
      DrawnGallery.copy(kept, folder.resolve("gallery"));
      new BusyWindowBench(folder).run(imported);
    } finally {
      remove(folder);
    }
  }

  private void run(int count) throws Exception {
    Path drop = photos(count);
    Thread window = Thread.ofPlatform().start(this::window);
    screen = Screen.first(WIDTH, HEIGHT);
    Workspace.Session session = opened.get();
    screen.time(() -> {}, () -> complete(".photos"));
    for (int i = 0; i < WARM_ROUNDS; i++) {
      round();
    }
    forget();
    for (int i = 0; i < QUIET_ROUNDS; i++) {
      round();
    }
    tell("with nothing else going on");
    long began = System.nanoTime();
    CompletableFuture<Double> end = importing(session, drop, began);
    while (!end.isDone()) {
      round();
    }
    int ready = session.imports().counts().of(ImportState.READY);
    tell("while %d photos came in at %.1f a second".formatted(ready, ready / end.get()));
    screen.close();
    window.join();
  }

  private CompletableFuture<Double> importing(Workspace.Session session, Path drop, long began) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            session.imports().add(List.of(drop));
            session.imports().await();
            return (System.nanoTime() - began) / 1e9;
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private Path photos(int count) throws IOException {
    Path drop = Files.createDirectories(folder.resolve("drop"));
    List<byte[]> large = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (i < SAMPLES) {
        large.add(LargePhotos.enlarged(i + 1));
      }
      LargePhotos.write(large.get(i % SAMPLES), i, drop);
    }
    return drop;
  }

  private void window() {
    Workspace embedded = Galleries.workspace(folder.resolve("gallery"));
    Workspace watched =
        new Workspace() {
          @Override
          public Session open() {
            Session session = embedded.open();
            opened.complete(session);
            return session;
          }

          @Override
          public Opened read() {
            return embedded.read();
          }
        };
    try {
      LikenessApp.run(watched, List.of());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void round() throws Exception {
    for (int i = 0; i < STEPS; i++) {
      steps.add(screen.time(this::scroll, () -> complete(".photos")));
    }
    GridCell<?> photo = unselected();
    click("a photo", () -> photo, 1, photo::isSelected);
    click("a photo, twice", () -> photo, 2, () -> shows(".viewer"));
    timed("Escape", () -> screen.press(KeyCode.ESCAPE), () -> !shows(".viewer"));
    click("People", () -> way(1), 1, () -> complete(".people"));
    click("a person, twice", this::person, 2, () -> complete(".person"));
    timed("Escape from there", () -> screen.press(KeyCode.ESCAPE), () -> complete(".people"));
    click("Imports", () -> way(2), 1, () -> shows(".imports"));
    click("Settings", () -> way(3), 1, () -> shows(".settings"));
    click("Photos", () -> way(0), 1, () -> complete(".photos"));
  }

  private void scroll() {
    PictureGrid<?, ?> grid = grid(".photos");
    double next = grid.offsetProperty().get() + STEP;
    grid.scrollTo(next > grid.mostOffsetProperty().get() ? 0 : next);
  }

  private void click(String name, Supplier<Node> node, int times, BooleanSupplier done)
      throws Exception {
    timed(name, () -> screen.click(node.get(), times), done);
  }

  private void timed(String name, Runnable act, BooleanSupplier done) throws Exception {
    clicks.computeIfAbsent(name, _ -> new ArrayList<>()).add(screen.time(act, done));
  }

  private Node way(int n) {
    return screen.scene().getRoot().lookupAll(".way").stream().skip(n).findFirst().orElseThrow();
  }

  private Node person() {
    return grid(".people").cells().getFirst();
  }

  /// A cell that lies wholly in view.
  private GridCell<?> unselected() throws Exception {
    return Screen.fx(
        () -> {
          PictureGrid<?, ?> grid = grid(".photos");
          return grid.cells().stream()
              .filter(cell -> !cell.isSelected() && within(grid, cell.getBoundsInParent()))
              .max(Comparator.comparingInt(GridCell::index))
              .orElseThrow();
        });
  }

  private static boolean within(PictureGrid<?, ?> grid, Bounds cell) {
    return cell.getMinY() > 0 && cell.getMaxY() < grid.getHeight();
  }

  private boolean shows(String selector) {
    return screen.scene().lookup(selector) instanceof Parent page && !page.isNeedsLayout();
  }

  /// Whether a page is shown, and every cell in view has what it shows.
  private boolean complete(String page) {
    PictureGrid<?, ?> grid = grid(page);
    return grid != null
        && !grid.cells().isEmpty()
        && grid.cells().stream().map(GridCell::item).noneMatch(item -> item == null);
  }

  private @Nullable PictureGrid<?, ?> grid(String page) {
    return (PictureGrid<?, ?>) screen.scene().lookup(page + " .picture-grid");
  }

  private void tell(String when) {
    List<Screen.Took> all = clicks.values().stream().flatMap(List::stream).toList();
    System.out.printf(
        "%n%s, on %d cores:%n", when, Runtime.getRuntime().availableProcessors());
    tell("scroll step, CSS and layout", steps.stream().map(Screen.Took::layout).toList());
    tell("scroll step, until laid out", steps.stream().map(Screen.Took::wall).toList());
    tell("click or key answered", all.stream().map(Screen.Took::wall).toList());
    clicks.forEach((name, took) -> tell("  " + name, took.stream().map(Screen.Took::wall).toList()));
    forget();
  }

  private static void tell(String name, List<Double> times) {
    List<Double> sorted = times.stream().sorted().toList();
    int size = sorted.size();
    System.out.printf(
        "%-28s median %6.2f ms, p95 %6.2f ms, max %7.2f ms (%d)%n",
        name, sorted.get(size / 2), sorted.get(size * 95 / 100), sorted.getLast(), size);
  }

  private void forget() {
    clicks.clear();
    steps.clear();
  }

  private static void remove(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
