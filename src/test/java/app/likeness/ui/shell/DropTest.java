package app.likeness.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.model.Person;
import app.likeness.testing.DragSource;
import app.likeness.testing.DrawnGallery;
import app.likeness.testing.Galleries;
import app.likeness.testing.Samples;
import app.likeness.ui.controls.GridCell;
import app.likeness.ui.controls.PictureGrid;
import app.likeness.ui.shell.DropModel.Drop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What the operating system carries: drops from another program's window, and drags within ours.
@Tag("display")
@ExtendWith(ApplicationExtension.class)
class DropTest {
  @TempDir private Path folder;
  @TempDir private Path elsewhere;
  private final List<Drop> offered = new CopyOnWriteArrayList<>();
  private volatile boolean hovered;
  private Stage stage;
  private TestWindow window;

  @Start
  void start(Stage shown) {
    stage = shown;
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void open(FxRobot robot) {
    robot.interact(() -> window = new TestWindow(stage, Galleries.workspace(folder)));
    window.until(() -> window.shows(".photos"));
    window.on(
        () -> {
          window.shell().addEventFilter(DragEvent.DRAG_OVER, _ -> hovered = true);
          return window.shell().drops().dropProperty().subscribe(this::note);
        });
  }

  private void note(@Nullable Drop drop) {
    if (drop != null) {
      offered.add(drop);
    }
  }

  @Test
  void filesOfAnotherProgramAreImported(FxRobot robot) {
    open(robot);
    Path odd = Samples.remarked(2, "a name with Ünïcode, spaces & 100%", elsewhere);
    List<Path> files = List.of(Samples.photo(1), odd);
    assertThat(DragSource.files(middle(), this::offered, files)).isTrue();
    window.until(() -> window.said().equals("2 photos added"));
    window.until(() -> !window.shows(".drop-layer") && photos() == 2);
    assertThat(offered).contains(new Drop(files, 0, false));
    assertThat(odd).exists();
  }

  @Test
  void aFolderIsWalked(FxRobot robot) throws Exception {
    open(robot);
    Path deeper = Files.createDirectories(elsewhere.resolve("more").resolve("and more"));
    Samples.remarked(1, "here", elsewhere);
    Samples.remarked(2, "there", deeper);
    Files.writeString(elsewhere.resolve("notes.txt"), "no photo");
    assertThat(DragSource.files(middle(), this::offered, List.of(elsewhere))).isTrue();
    window.until(() -> window.said().equals("2 photos added"));
    window.until(() -> photos() == 2);
    assertThat(offered).contains(new Drop(List.of(elsewhere), 1, false));
  }

  @Test
  void whatIsNoFileIsRefusedAndDisturbsNothing(FxRobot robot) {
    open(robot);
    assertThat(DragSource.text(middle(), () -> hovered, "These are no photos")).isFalse();
    assertThat(hovered).isTrue();
    assertThat(offered).isEmpty();
    assertThat(window.said()).isEmpty();
    assertThat(DragSource.files(middle(), this::offered, List.of(Samples.photo(1)))).isTrue();
    window.until(() -> photos() == 1);
  }

  @Test
  void droppingAPersonOnAnotherMergesThem(FxRobot robot) {
    DrawnGallery.fill(folder, 14, 4, 3);
    open(robot);
    window.press(KeyCode.DIGIT2, false, true);
    window.until(() -> shown().size() > 2);
    List<Person> before = shown();
    Person stays = before.get(0);
    Person gone = before.get(1);
    DragSource.mouse(at(gone), at(stays), () -> window.on(() -> isTarget(stays)));
    window.until(() -> !shown().contains(gone));
    assertThat(shown()).hasSize(before.size() - 1);
    assertThat(shown()).extracting(Person::id).contains(stays.id());
    assertThat(window.said()).isEqualTo("Merged 2 people into one");
    window.press(KeyCode.Z, false, true);
    window.until(() -> shown().equals(before));
  }

  /// Whether files hang over the window, and it has looked what they are.
  private boolean offered() {
    return offered.stream().anyMatch(drop -> drop.folders() >= 0);
  }

  private boolean isTarget(Person person) {
    return cell(person).getPseudoClassStates().contains(PseudoClass.getPseudoClass("drop-target"));
  }

  private Point2D middle() {
    return window.on(() -> middle(window.shell()));
  }

  private Point2D at(Person person) {
    return window.on(() -> middle(cell(person)));
  }

  private Node cell(Person person) {
    return grid().cell(person.id()).orElseThrow();
  }

  private static Point2D middle(Node node) {
    Bounds on = node.localToScreen(node.getLayoutBounds());
    return new Point2D(on.getCenterX(), on.getCenterY());
  }

  private int photos() {
    return window.on(() -> window.shell().lookupAll(".photos .photo-cell").size());
  }

  @SuppressWarnings("unchecked") // the page shows persons
  private PictureGrid<Object, Person> grid() {
    return (PictureGrid<Object, Person>) window.shell().lookup(".people .picture-grid");
  }

  private List<Person> shown() {
    return window.on(
        () ->
            window.shows(".people .picture-grid")
                ? grid().cells().stream().map(GridCell::item).filter(Objects::nonNull).toList()
                : List.of());
  }
}
