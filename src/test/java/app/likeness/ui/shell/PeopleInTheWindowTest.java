package app.likeness.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.model.Person;
import app.likeness.testing.DrawnGallery;
import app.likeness.testing.Galleries;
import app.likeness.ui.controls.GridCell;
import app.likeness.ui.controls.PictureGrid;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class PeopleInTheWindowTest {
  private static Path template;
  private Stage stage;
  private TestWindow window;

  @BeforeAll
  static void draw(@TempDir Path drawn) {
    DrawnGallery.fill(drawn, 14, 4, 3);
    template = drawn;
  }

  @Start
  void start(Stage shown) {
    stage = shown;
  }

  @BeforeEach
  void open(FxRobot robot, @TempDir Path folder) {
    DrawnGallery.copy(template, folder);
    robot.interact(() -> window = new TestWindow(stage, Galleries.workspace(folder)));
    window.until(() -> window.shows(".photos"));
    window.press(KeyCode.DIGIT2, false, true);
    window.until(() -> !shown().isEmpty() && window.focus() instanceof PictureGrid);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aNameIsEditedInPlaceByKeyboard() {
    window.press(KeyCode.RIGHT);
    window.press(KeyCode.F2);
    assertThat(window.focus()).isInstanceOf(TextField.class);
    window.type("Chloë");
    window.press(KeyCode.ENTER);
    window.until(() -> names().contains("Chloë"));
    assertThat(window.focus()).isInstanceOf(PictureGrid.class);
    assertThat(window.said()).isEqualTo("Named Chloë");
  }

  @Test
  void escapeLeavesANameAsItWas() {
    window.press(KeyCode.RIGHT);
    window.press(KeyCode.F2);
    window.type("Nobody");
    window.press(KeyCode.ESCAPE);
    assertThat(window.focus()).isInstanceOf(PictureGrid.class);
    assertThat(names()).doesNotContain("Nobody");
    assertThat(window.said()).isEmpty();
  }

  @Test
  void mergingByKeyIsUndoneByCtrlZAndRedone() {
    int before = shown().size();
    window.press(KeyCode.RIGHT);
    window.press(KeyCode.RIGHT, true, false);
    window.until(() -> grid().selection().keys().size() == 2);
    window.press(KeyCode.M);
    window.until(() -> shown().size() == before - 1);
    window.press(KeyCode.Z, false, true);
    window.until(() -> shown().size() == before);
    window.press(KeyCode.Z, true, true);
    window.until(() -> shown().size() == before - 1);
  }

  @Test
  void hidingTakesAPersonOutOfTheGrid() {
    Person first = shown().getFirst();
    window.press(KeyCode.RIGHT);
    window.press(KeyCode.H);
    window.until(() -> !shown().contains(first));
    assertThat(window.said()).contains("hidden");
  }

  @Test
  void deleteNeverDeletes() {
    int before = shown().size();
    window.press(KeyCode.A, false, true);
    window.press(KeyCode.DELETE);
    assertThat(shown()).hasSize(before);
    assertThat(window.said()).isEmpty();
  }

  @Test
  void searchingNarrowsWhileTypingAndSaysWhenNobodyIsLeft() {
    window.press(KeyCode.F, false, true);
    assertThat(window.focus()).isInstanceOf(TextField.class);
    window.type("qqq");
    window.until(() -> window.shows(".people .empty-state"));
    window.press(KeyCode.ESCAPE);
    window.until(() -> !shown().isEmpty());
  }

  @Test
  void aPersonOpensAndEscapeComesBackToWhereOneWas() {
    window.press(KeyCode.RIGHT);
    window.press(KeyCode.RIGHT);
    var at = grid().selection().currentKey();
    window.press(KeyCode.ENTER);
    window.until(() -> window.shows(".person .photo-cell"));
    window.press(KeyCode.ESCAPE);
    window.until(() -> window.shows(".people"));
    assertThat(grid().selection().currentKey()).isEqualTo(at);
    assertThat(window.focus()).isEqualTo(grid());
  }

  @Test
  void everyPartIsReachedByTab() {
    window.press(KeyCode.F6);
    assertThat(window.focus().getStyleClass()).contains("way");
    window.press(KeyCode.F6);
    assertThat(window.focus()).isEqualTo(grid());
  }

  @SuppressWarnings("unchecked") // the page shows persons
  private PictureGrid<Object, Person> grid() {
    return (PictureGrid<Object, Person>) window.shell().lookup(".people .picture-grid");
  }

  private List<String> names() {
    return shown().stream().map(Person::name).toList();
  }

  private List<Person> shown() {
    return window.on(
        () ->
            window.shows(".people .picture-grid")
                ? grid().cells().stream().map(GridCell::item).filter(Objects::nonNull).toList()
                : List.of());
  }
}
