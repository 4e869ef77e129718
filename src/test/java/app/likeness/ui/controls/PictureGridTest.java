package app.likeness.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.likeness.testing.Fx;
import app.likeness.ui.Background;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class PictureGridTest {
  private final NumberSource source = NumberSource.of(30, 2000, 3000);
  private final List<Integer> opened = new ArrayList<>();
  private PictureGrid<Integer, Integer> grid;
  private Stage stage;

  @Start
  void start(Stage shown) {
    stage = shown;
    Background background = Background.ofJavaFx(Throwable::printStackTrace);
    grid =
        new PictureGrid<>(
            new GridItems<>(source, background), GridLayout.justified(100, 4), NumberCell::new);
    grid.onOpen(opened::add);
    Fx.show(stage, grid, 800, 600);
    grid.items().reload();
  }

  @Test
  void scrollingShowsTheItemsThatBelongThere(FxRobot robot) {
    scroll(robot, 12_345);
    List<Integer> shown = shown();
    assertThat(shown).isNotEmpty().doesNotContainNull();
    assertThat(shown)
        .isEqualTo(IntStream.range(shown.getFirst(), shown.getLast() + 1).boxed().toList());
    scroll(robot, Double.MAX_VALUE);
    assertThat(shown().getLast()).isEqualTo(5029);
    scroll(robot, 0);
    assertThat(shown().getFirst()).isZero();
  }

  @Test
  void onlyTheCellsInViewExist(FxRobot robot) {
    for (int y = 0; y < 20_000; y += 300) {
      scroll(robot, y);
    }
    assertThat(grid.getChildrenUnmodifiable())
        .filteredOn(NumberCell.class::isInstance)
        .hasSizeLessThan(90);
  }

  @Test
  void rowsFillTheWidthBetweenTheEdges(FxRobot robot) {
    scroll(robot, 5000);
    double right = grid.cells().stream().mapToDouble(PictureGridTest::right).max().orElseThrow();
    double bar = robot.lookup(".scroll-bar").query().getBoundsInParent().getMinX();
    assertThat(right).isCloseTo(bar - grid.getInsets().getRight(), within(1.0));
  }

  private static double right(GridCell<?> cell) {
    return cell.getBoundsInParent().getMaxX();
  }

  @Test
  void arrowsSelectAndBringIntoView(FxRobot robot) {
    focus(robot);
    robot.type(KeyCode.RIGHT, 3);
    assertThat(grid.selection().keys()).containsExactly(2);
    robot.type(KeyCode.END);
    settle();
    assertThat(grid.selection().keys()).containsExactly(5029);
    assertThat(shown()).contains(5029);
    robot.type(KeyCode.HOME);
    robot.type(KeyCode.DOWN);
    settle();
    assertThat(grid.selection().current()).isPositive();
    int below = grid.selection().current();
    robot.type(KeyCode.UP);
    assertThat(grid.selection().current()).isLessThan(below);
  }

  @Test
  void pageDownKeepsTheCurrentItemInView(FxRobot robot) {
    focus(robot);
    robot.type(KeyCode.RIGHT);
    for (int i = 0; i < 5; i++) {
      robot.type(KeyCode.PAGE_DOWN);
      settle();
      assertThat(shown()).contains(grid.items().get(grid.selection().current()));
    }
    assertThat(grid.offsetProperty().get()).isGreaterThan(1500);
  }

  @Test
  void shiftExtendsAndControlAdds(FxRobot robot) {
    focus(robot);
    robot.type(KeyCode.RIGHT);
    robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT, 4).release(KeyCode.SHIFT);
    assertThat(grid.selection().keys()).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    robot.press(KeyCode.SHIFT).type(KeyCode.LEFT, 2).release(KeyCode.SHIFT);
    assertThat(grid.selection().keys()).containsExactlyInAnyOrder(0, 1, 2);
    robot.interact(() -> controlPress(cell(7)));
    assertThat(grid.selection().keys()).containsExactlyInAnyOrder(0, 1, 2, 7);
    robot.type(KeyCode.ESCAPE);
    assertThat(grid.selection().keys()).isEmpty();
  }

  @Test
  void controlASelectsEverythingHoweverLittleIsInMemory(FxRobot robot) {
    focus(robot);
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    Fx.until(() -> grid.selection().keys().size() == 5030);
  }

  @Test
  void enterAndDoubleClickOpen(FxRobot robot) {
    focus(robot);
    robot.type(KeyCode.RIGHT, 2);
    robot.type(KeyCode.ENTER);
    robot.doubleClickOn(cell(5));
    assertThat(opened).containsExactly(1, 5);
  }

  @Test
  void resizingKeepsThePlace(FxRobot robot) {
    scroll(robot, 8000);
    int top = shown().getFirst();
    for (double width : new double[] {700, 520, 640, 800}) {
      robot.interact(() -> stage.setWidth(width));
      settle();
      assertThat(rowOf(top).getMinY()).isLessThan(60);
      assertThat(rowOf(top).getMaxY()).isPositive();
    }
    assertThat(shown().getFirst()).isEqualTo(top);
  }

  @Test
  void zoomingKeepsTheMiddleInView(FxRobot robot) {
    scroll(robot, 8000);
    int middle = at(300, 300).item();
    for (int height : new int[] {140, 200, 70, 100}) {
      robot.interact(() -> grid.arrange(GridLayout.justified(height, 4)));
      settle();
      assertThat(shown()).contains(middle);
    }
  }

  @Test
  void aChangeAboveMovesNothingInView(FxRobot robot) {
    scroll(robot, 8000);
    robot.interact(() -> grid.selection().only(grid.cells().getFirst().index()));
    int top = shown().getFirst();
    double y = rowOf(top).getMinY();
    source.sections.get(1).addAll(0, IntStream.range(-500, 0).boxed().toList());
    robot.interact(() -> grid.items().reload());
    Fx.until(() -> grid.items().size() == 5530);
    settle();
    assertThat(rowOf(top).getMinY()).isCloseTo(y, within(1.0));
    assertThat(grid.selection().keys()).containsExactly(top);
    assertThat(grid.items().get(grid.selection().current())).isEqualTo(top);
  }

  @Test
  void aHeadingStaysAtTheTopOfItsSection(FxRobot robot) {
    scroll(robot, 9000);
    List<String> heads =
        robot.lookup(".grid-header").queryAllAs(GridHeader.class).stream()
            .filter(h -> h.isVisible() && h.getBoundsInParent().getMinY() == 0)
            .map(h -> ((Label) h.lookup(".title")).getText())
            .toList();
    assertThat(heads).containsExactly("Section 1");
  }

  @Test
  void aScreenReaderHearsHowManyThereAreAndWhereItIs(FxRobot robot) {
    focus(robot);
    robot.type(KeyCode.RIGHT, 2);
    assertThat(grid.queryAccessibleAttribute(AccessibleAttribute.ITEM_COUNT)).isEqualTo(5030);
    GridCell<?> cell = (GridCell<?>) grid.queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM);
    assertThat(cell.getAccessibleText()).isEqualTo("Number 1");
  }

  private void focus(FxRobot robot) {
    robot.interact(grid::requestFocus);
    settle();
  }

  private void scroll(FxRobot robot, double offset) {
    robot.interact(() -> grid.scrollTo(offset));
    settle();
  }

  /// Lets pages arrive and pulses pass.
  private void settle() {
    Fx.pulse(grid.getScene());
    Fx.pulse(grid.getScene());
    Fx.until(() -> !shown().isEmpty() && !shown().contains(null));
    Fx.pulse(grid.getScene());
  }

  private List<Integer> shown() {
    return Fx.on(() -> new ArrayList<>(grid.cells().stream().map(GridCell::item).toList()));
  }

  /// The headless robot's clicks know nothing of the keys that are held.
  private static void controlPress(GridCell<?> cell) {
    Bounds at = cell.localToScene(cell.getLayoutBounds());
    cell.fireEvent(
        new MouseEvent(
            MouseEvent.MOUSE_PRESSED, at.getCenterX(), at.getCenterY(), at.getCenterX(),
            at.getCenterY(), MouseButton.PRIMARY, 1, false, true, false, false, true, false, false,
            false, false, true, new PickResult(cell, at.getCenterX(), at.getCenterY())));
  }

  private GridCell<Integer> at(double x, double y) {
    return grid.cells().stream()
        .filter(cell -> cell.getBoundsInParent().contains(x, y))
        .findFirst()
        .orElseThrow();
  }

  private NumberCell cell(int number) {
    return (NumberCell) grid.cell(number).orElseThrow();
  }

  private Bounds rowOf(int number) {
    return Fx.on(() -> cell(number).getBoundsInParent());
  }
}
