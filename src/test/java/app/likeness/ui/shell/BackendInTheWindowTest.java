package app.likeness.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.app.Backends;
import app.likeness.catalog.dynamodb.Dynalite;
import app.likeness.catalog.dynamodb.TableNames;
import app.likeness.cli.Where;
import app.likeness.gallery.Workspace;
import app.likeness.testing.ServedFolder;
import app.likeness.testing.TestCloud;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Changing the back end while the window is open, on real ones.
@ExtendWith({ApplicationExtension.class, Dynalite.Running.class})
class BackendInTheWindowTest {
  @TempDir Path temp;
  private Stage stage;
  private TestWindow window;

  @Start
  void start(Stage shown) {
    stage = shown;
  }

  private void open(FxRobot robot, Where where) {
    Workspace workspace = new Backends(TestCloud.home(temp.resolve("home"))).workspace(where);
    robot.interact(() -> window = new TestWindow(stage, workspace));
  }

  private void settings() {
    window.until(() -> window.shows(".photos"));
    window.on(
        () -> {
          window.shell().navigation().go(Place.SETTINGS);
          return true;
        });
    window.until(() -> window.shows(".backend"));
  }

  private void press(String text) {
    window.until(
        () ->
            window.shell().lookupAll(".button").stream().anyMatch(each -> is(each, text))
                || window.shell().lookupAll(".toggle-button").stream().anyMatch(each -> is(each, text)));
    window.on(
        () -> {
          Set<Node> all = new HashSet<>(window.shell().lookupAll(".button"));
          all.addAll(window.shell().lookupAll(".toggle-button"));
          all.stream().filter(each -> is(each, text)).findFirst().map(ButtonBase.class::cast)
              .orElseThrow().fire();
          return true;
        });
  }

  private static boolean is(Node node, String text) {
    return node instanceof Labeled labeled && text.equals(labeled.getText()) && !node.isDisabled();
  }

  private void enter(String id, String text) {
    window.on(
        () -> {
          ((TextField) window.shell().lookup("#" + id)).setText(text);
          return true;
        });
  }

  private String verdict(String kind) {
    window.until(() -> window.shows(".verdict." + kind));
    return window.on(
        () ->
            window.shell().lookupAll(".verdict").stream()
                .map(each -> ((Label) each).getText())
                .collect(Collectors.joining(" ")));
  }

  private void at(String words) {
    window.until(
        () ->
            window.shell().lookup(".gallery-state") instanceof Label said
                && said.getText().equals(words));
  }

  @Test
  void aServersGalleryIsTestedAndChangedToAndBack(FxRobot robot) {
    try (ServedFolder server = new ServedFolder(temp.resolve("served"), temp.resolve("data"))) {
      open(robot, new Where.Folder(temp.resolve("here")));
      at("On this computer");
      settings();
      press("Server");
      enter("backend-server", server.url().toString());
      enter("backend-token", "wrong");
      press("Use it");
      assertThat(verdict("missing")).contains("does not know this token");
      enter("backend-token", server.token());
      press("Test connection");
      assertThat(verdict("good")).isEqualTo("Everything is there.");
      press("Use it");
      at("On 127.0.0.1");
      assertThat(window.said()).isEmpty();
      settings();
      press("This computer");
      press("Use it");
      at("On this computer");
      window.close();
    }
  }

  @Test
  void whatTheCloudLacksIsSaidAndCreated(FxRobot robot, Dynalite dynalite) throws Exception {
    TableNames tables = Dynalite.fresh();
    try (TestCloud cloud =
        new TestCloud(temp.resolve("server"), List.of(), dynalite.access(), tables)) {
      Path noted = temp.resolve("home/config/likeness/cloud/default.json");
      Files.createDirectories(noted.getParent());
      Files.writeString(noted, cloud.noted("other"));
      open(robot, new Where.Folder(temp.resolve("here")));
      settings();
      press("Cloud");
      window.until(() -> ((TextField) window.shell().lookup("#backend-raw")).getText().equals("other"));
      enter("backend-raw", TestCloud.RAW);
      press("Test connection");
      assertThat(verdict("missing")).contains("There is no bucket photos", "tables are not all there");
      press("Create what is missing");
      assertThat(verdict("good")).isEqualTo("Everything is there now.");
      press("Use it");
      at("In the cloud");
      window.close();

      // It is the one that opens from now on.
      open(robot, new Where.Usual());
      at("In the cloud");
      window.close();
    }
  }

  @Test
  void aGalleryThatDoesNotOpenCanBeLeftForAnother(FxRobot robot) throws Exception {
    Path noted = temp.resolve("home/config/likeness/gallery");
    Files.createDirectories(noted.getParent());
    Files.writeString(noted, "cloud:default");
    open(robot, new Where.Usual());
    window.until(() -> window.shows(".empty-state"));
    press("Choose another back end…");
    press("This computer");
    press("Use it");
    at("On this computer");
    window.close();
  }
}
