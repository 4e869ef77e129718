package app.likeness.ui.shell;

import app.likeness.gallery.Workspace;
import app.likeness.testing.DrawnGallery;
import app.likeness.testing.Galleries;
import app.likeness.testing.NoChoosers;
import app.likeness.testing.Samples;
import app.likeness.ui.Background;
import app.likeness.ui.controls.Notices;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/// Takes pictures of every screen: `mvn test-compile exec:exec@bench -Dbench=app.likeness.ui.shell.Shots`.
public final class Shots {
  private final Path out;
  private final Path galleries;
  private Stage stage;
  private Shell shell;
  private Desk desk;

  private Shots(Path out) throws IOException {
    this.out = Files.createDirectories(out);
    galleries = out.resolve("galleries");
  }

  public static void main(String[] args) throws Exception {
    Platform.setImplicitExit(false);
    Platform.startup(() -> {});
    try {
      new Shots(Path.of(args.length == 0 ? "target/shots" : args[0])).all();
    } catch (Exception e) {
      System.err.println(e + " " + e.getCause());
    } finally {
      Runtime.getRuntime().halt(0);
    }
  }

  private void all() throws Exception {
    Path full = galleries.resolve("full");
    if (!Files.exists(full)) {
      DrawnGallery.fill(full, 240, 14, 40);
      try (Workspace.Session session = Galleries.open(full)) {
        names(session);
      }
    }
    for (ColorScheme scheme : ColorScheme.values()) {
      tour(Galleries.workspace(full), scheme, 1180, 780, "full");
      tour(Galleries.workspace(galleries.resolve("empty")), scheme, 1180, 780, "empty");
    }
    for (ColorScheme scheme : ColorScheme.values()) {
      imports(scheme, scheme == ColorScheme.LIGHT ? 1180 : 720, scheme == ColorScheme.LIGHT ? 780 : 480);
    }
    tour(Galleries.workspace(full), ColorScheme.LIGHT, 720, 480, "small");
    tour(Galleries.workspace(full), ColorScheme.LIGHT, 1400, 900, "large");
  }

  private static void names(Workspace.Session session) {
    var people = session.gallery().people();
    var all = Galleries.people(session.gallery());
    List<String> names =
        List.of("Ana", "Ben", "Chloë", "Maximiliane von Hohenstein-Wittelsbach", "Ed", "李小龍");
    for (int i = 0; i < names.size(); i++) {
      people.decide(
          List.of(new app.likeness.model.Decision.Name(all.get(i).id(), names.get(i))));
    }
  }

  private void tour(Workspace workspace, ColorScheme scheme, int width, int height, String name)
      throws Exception {
    fx(() -> open(workspace, scheme, width, height));
    pause(200);
    shot(name, scheme, "opening");
    pause(2500);
    shot(name, scheme, "photos");
    fx(() -> shell.navigation().people());
    pause(1200);
    shot(name, scheme, "people");
    if (!name.equals("empty")) {
      people(name, scheme);
    }
    fx(() -> shell.navigation().imports());
    pause(800);
    shot(name, scheme, "imports");
    fx(() -> shell.navigation().go(Place.SETTINGS));
    pause(500);
    shot(name, scheme, "settings");
    Runnable rest = get(shell::ended);
    fx(stage::hide);
    rest.run();
  }

  private void imports(ColorScheme scheme, int width, int height) throws Exception {
    Path dropped = Files.createTempDirectory("dropped");
    Files.writeString(dropped.resolve("broken.jpg"), "no picture");
    Files.writeString(dropped.resolve("IMG_0001.CR2"), "raw");
    Files.writeString(dropped.resolve("holiday.mp4"), "video");
    for (int n = 1; n <= Samples.COUNT; n++) {
      Files.copy(Samples.photo(n), dropped.resolve("A photo with a rather long name " + n + ".jpg"));
    }
    fx(() -> open(Galleries.workspace(dropped.resolveSibling(dropped.getFileName() + "-g")), scheme, width, height));
    pause(3000);
    fx(() -> shell.add(List.of(dropped)));
    fx(() -> shell.navigation().imports());
    for (int i = 0; i < 4; i++) {
      pause(900);
      shot("imports" + i, scheme, "running");
    }
    pause(9000);
    shot("imports", scheme, "done");
    Runnable rest = get(shell::ended);
    fx(stage::hide);
    rest.run();
  }

  private void people(String name, ColorScheme scheme) throws Exception {
    Path folder = galleries;
    press(KeyCode.RIGHT, false);
    press(KeyCode.RIGHT, false);
    press(KeyCode.RIGHT, true);
    shot(name, scheme, "people-selected");
    press(KeyCode.F2, false);
    pause(300);
    shot(name, scheme, "people-naming");
    press(KeyCode.ESCAPE, false);
    press(KeyCode.ENTER, false);
    pause(1000);
    shot(name, scheme, "person");
    fx(() -> ((javafx.scene.control.ToggleButton) shell.lookup(".tabs .center-pill")).fire());
    pause(800);
    shot(name, scheme, "person-faces");
    fx(() -> ((javafx.scene.control.ToggleButton) shell.lookup(".tabs .right-pill")).fire());
    pause(300);
    shot(name, scheme, "person-history");
    fx(
        () ->
            desk.notices()
                .show("Merged 3 people into Ana", "Undo", () -> {}));
    fx(() -> shell.drops().over(List.of(folder, folder.resolve("full"), Path.of("pom.xml"))));
    pause(400);
    shot(name, scheme, "drop");
    fx(() -> shell.drops().left());
    fx(() -> desk.notices().dismiss());
  }

  private void open(Workspace workspace, ColorScheme scheme, int width, int height) {
    stage = new Stage();
    Notices notices = new Notices();
    Theme theme = new Theme();
    theme.wishProperty().set(scheme);
    desk =
        new Desk(
            Background.ofJavaFx(notices::failed), notices, new NoChoosers(), theme.wishProperty());
    shell = new Shell(workspace, desk, List.of());
    Scene scene = new Scene(shell, width, height);
    Theme.style(scene);
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
    shell.open();
  }

  private void press(KeyCode code, boolean shift) throws Exception {
    fx(
        () -> {
          Node target = stage.getScene().getFocusOwner();
          Node to = target == null ? shell : target;
          to.fireEvent(
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
        });
    pause(200);
  }

  private void shot(String name, ColorScheme scheme, String screen) throws Exception {
    WritableImage image = get(() -> stage.getScene().snapshot(null));
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        to.setRGB(x, y, image.getPixelReader().getArgb(x, y));
      }
    }
    String file = "%s-%s-%s.png".formatted(name, scheme.name().toLowerCase(java.util.Locale.ROOT), screen);
    ImageIO.write(to, "png", out.resolve(file).toFile());
  }

  private static void pause(int millis) throws InterruptedException {
    Thread.sleep(millis);
  }

  private static void fx(Runnable work) throws Exception {
    get(
        () -> {
          work.run();
          return true;
        });
  }

  private static <T> T get(Supplier<T> work) throws Exception {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            done.complete(work.get());
          } catch (RuntimeException e) {
            done.completeExceptionally(e);
          }
        });
    return done.get();
  }
}
