package app.likeness.bench;

import app.likeness.gallery.Photos;
import app.likeness.gallery.Workspace;
import app.likeness.testing.Galleries;
import app.likeness.testing.NoChoosers;
import app.likeness.ui.Background;
import app.likeness.ui.controls.GridCell;
import app.likeness.ui.controls.Notices;
import app.likeness.ui.controls.PictureGrid;
import app.likeness.ui.controls.Pictures;
import app.likeness.ui.photos.PhotoVerbs;
import app.likeness.ui.photos.PhotosModel;
import app.likeness.ui.photos.PhotosView;
import app.likeness.ui.shell.Theme;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Times CSS and layout while the timeline of many photos is scrolled: every pulse that a step
/// causes counts, those too in which a page of photos arrives from the catalogue.
///
/// Arguments: how many photos (100,000), how many steps (1,000), and a folder that is made and kept.
/// Pictures are ready in memory: they are painted, not laid out.
public final class GridBench {
  private static final double STEP = 37;
  private static final int WIDTH = 1400;
  private static final int HEIGHT = 850;
  private static final int WARM = 200;

  private final Image picture = new WritableImage(256, 192);
  private @Nullable PictureGrid<?, ?> grid;
  private @Nullable PhotosModel model;
  private Scene scene;
  private long began;
  private double spent;
  private int pulses;

  public static void main(String[] args) throws Exception {
    int photos = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
    int steps = args.length > 1 ? Integer.parseInt(args[1]) : 1_000;
    Path folder = args.length > 2 ? Path.of(args[2]) : Files.createTempDirectory("grid-bench");
    if (!Files.exists(folder.resolve("catalog.sqlite"))) {
      DrawnLibrary.rows(Files.createDirectories(folder), photos);
    }
    Platform.startup(() -> {});
    try (Workspace.Session session = Galleries.open(folder)) {
      new GridBench().run(session.gallery().photos(), steps);
    }
    Platform.exit();
    if (args.length < 3) {
      remove(folder);
    }
  }

  private void run(Photos photos, int steps) throws Exception {
    fx(() -> show(photos));
    settle();
    scroll("warming up", WARM, i -> i * STEP);
    measure(steps);
    fx(
        () -> {
          model.zoomProperty().set(0);
          return null;
        });
    settle();
    measure(steps);
    System.gc();
    Runtime now = Runtime.getRuntime();
    System.out.printf("heap in use %.0f MB%n", (now.totalMemory() - now.freeMemory()) / 1e6);
  }

  private void measure(int steps) throws Exception {
    double most = fx(() -> grid.mostOffsetProperty().get());
    System.out.printf(
        "%,d photos, %dx%d, %d cells in view, %,.0f px to scroll%n",
        fx(() -> grid.items().size()), WIDTH, HEIGHT, fx(() -> grid.cells().size()), most);
    scroll("37 px a step", steps, i -> 20_000 + i * STEP);
    Random random = new Random(3);
    scroll("a page a step", steps / 3, i -> 200_000 + i * (HEIGHT - 100.0));
    scroll("anywhere", steps / 3, _ -> random.nextDouble() * most);
  }

  private interface Offsets {
    double at(int step);
  }

  private void scroll(String name, int steps, Offsets offsets) throws Exception {
    double[] ms = new double[steps];
    int all = 0;
    for (int i = 0; i < steps; i++) {
      double offset = offsets.at(i);
      fx(
          () -> {
            spent = 0;
            pulses = 0;
            grid.scrollTo(offset);
            return null;
          });
      settle();
      ms[i] = spent;
      all += pulses;
    }
    Arrays.sort(ms);
    System.out.printf(
        "%-14s median %.2f ms, p95 %.2f ms, worst %.1f ms, %.1f pulses a step%n",
        name, ms[steps / 2], ms[steps * 95 / 100], ms[steps - 1], (double) all / steps);
  }

  /// Until a pulse has passed in which every cell in view had its photo.
  private void settle() throws Exception {
    int seen;
    do {
      seen = fx(() -> pulses);
      fx(
          () -> {
            Platform.requestNextPulse();
            return null;
          });
      while (fx(() -> pulses) == seen) {
        Thread.sleep(2);
      }
    } while (!fx(this::complete));
  }

  private boolean complete() {
    return grid != null
        && !grid.cells().isEmpty()
        && grid.cells().stream().map(GridCell::item).noneMatch(item -> item == null);
  }

  private @Nullable Void show(Photos photos) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    Notices notices = new Notices();
    Background background = Background.ofJavaFx(notices::failed);
    PhotoVerbs verbs = new PhotoVerbs(photos, background, notices, new NoChoosers());
    model = new PhotosModel(photos, background, verbs);
    Pictures ready =
        (_, _, shown, _) -> {
          shown.accept(picture);
          return Pictures.Wish.NONE;
        };
    PhotosView view = new PhotosView(model, ready, _ -> {}, () -> {});
    scene = new Scene(view, WIDTH, HEIGHT);
    Theme.style(scene);
    scene.addPreLayoutPulseListener(() -> began = System.nanoTime());
    scene.addPostLayoutPulseListener(this::pulsed);
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.show();
    model
        .items()
        .readyProperty()
        .subscribe(_ -> grid = (PictureGrid<?, ?>) view.lookup(".picture-grid"));
    model.items().reload();
    return null;
  }

  private void pulsed() {
    spent += (System.nanoTime() - began) / 1e6;
    pulses++;
  }

  private static <R extends @Nullable Object> R fx(Supplier<R> ask) throws Exception {
    CompletableFuture<R> answer = new CompletableFuture<>();
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

  private static void remove(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
