package app.likeness.ui.photos;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.testing.DrawnGallery;
import app.likeness.testing.DrawnTimeline;
import app.likeness.testing.Fx;
import app.likeness.ui.controls.GridCell;
import app.likeness.ui.controls.PictureGrid;
import app.likeness.ui.controls.Question;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class PhotosViewTest {
  private static final int PHOTOS = 60;

  private static Path template;
  @TempDir private Path folder;
  private final List<Photo> opened = new ArrayList<>();
  private int added;
  private DrawnTimeline timeline;
  private PhotosModel model;
  private PhotosView view;

  @BeforeAll
  static void draw(@TempDir Path drawn) {
    DrawnGallery.fill(drawn, PHOTOS, 4, 3);
    template = drawn;
  }

  @Start
  void start(Stage stage) {
    timeline = DrawnTimeline.open(template, folder);
    model = timeline.model();
    view =
        new PhotosView(
            model,
            timeline.pictures(),
            grid -> opened.add(grid.items().get(grid.selection().current())),
            () -> added++);
    Fx.show(stage, view, 900, 640);
    model.items().reload();
  }

  @AfterEach
  void close() {
    timeline.close();
  }

  @Test
  void everyPhotoIsInItsMonthNewestFirst() {
    ready();
    List<LocalDateTime> times = new ArrayList<>();
    for (int i = 0; i < PHOTOS; i++) {
      int index = i;
      Fx.run(() -> grid().reveal(index));
      Fx.until(() -> model.items().get(index) != null);
      Photo photo = Fx.on(() -> model.items().get(index));
      String section = Fx.on(() -> model.items().sections().get(model.items().sectionOf(index)).key());
      assertThat(section).isEqualTo(YearMonth.from(photo.sortedAt()).toString());
      times.add(photo.sortedAt());
    }
    assertThat(times).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(model.items().size()).isEqualTo(PHOTOS);
  }

  @Test
  void rowsFillTheWidthExactlyAtEveryZoom() {
    ready();
    for (int zoom = 0; zoom <= PhotosModel.most(); zoom++) {
      int steps = zoom;
      Fx.run(() -> model.zoomProperty().set(steps));
      settle();
      double full = Fx.on(() -> grid().getWidth() - grid().getInsets().getRight());
      double right =
          Fx.on(
              () ->
                  grid().cells().stream()
                      .mapToDouble(cell -> cell.getBoundsInParent().getMaxX())
                      .max()
                      .orElseThrow());
      assertThat(right).isLessThanOrEqualTo(full);
    }
  }

  @Test
  void zoomingByKeysKeepsTheMiddleInView() {
    ready();
    Fx.run(() -> grid().scrollTo(2000));
    settle();
    Photo middle = Fx.on(() -> at(300).item());
    Fx.run(grid()::requestFocus);
    for (KeyCode key : List.of(KeyCode.PLUS, KeyCode.PLUS, KeyCode.MINUS, KeyCode.MINUS, KeyCode.MINUS)) {
      Fx.press(view.getScene(), key, false, true);
      settle();
      assertThat(Fx.on(() -> grid().cells().stream().map(GridCell::item).toList())).contains(middle);
    }
    assertThat(model.zoomProperty().get()).isEqualTo(PhotosModel.USUAL - 1);
  }

  @Test
  void deletingAsksFirstAndCancelIsAtHand() {
    ready();
    Fx.run(() -> grid().selection().set(Set.of(id(0), id(1), id(2))));
    Fx.run(grid()::requestFocus);
    Fx.press(view.getScene(), KeyCode.DELETE);
    assertThat(title()).isEqualTo("Delete 3 photos for good?");
    assertThat(Fx.on(() -> ((Button) view.getScene().getFocusOwner()).getText())).isEqualTo("Cancel");
    Fx.press(view.getScene(), KeyCode.ESCAPE);
    assertThat(Fx.on(() -> view.lookup(".question"))).isNull();
    assertThat(Fx.on(() -> view.getScene().getFocusOwner())).isEqualTo(grid());
    assertThat(timeline.session().gallery().totals().photos()).isEqualTo(PHOTOS);
  }

  @Test
  void whatIsDeletedIsGoneAndTheRestMovesUp() {
    ready();
    PhotoId first = Fx.on(() -> id(0));
    PhotoId second = Fx.on(() -> id(1));
    Fx.run(() -> grid().selection().only(0));
    Fx.run(grid()::requestFocus);
    Fx.press(view.getScene(), KeyCode.DELETE);
    assertThat(title()).isEqualTo("Delete this photo for good?");
    Fx.run(() -> ((Button) view.lookup(".question .danger")).fire());
    Fx.until(() -> second.equals(model.items().keyAt(0)));
    assertThat(timeline.session().gallery().photos().photo(first)).isEmpty();
    assertThat(grid().selection().keys()).isEmpty();
    assertThat(timeline.notices().current().text()).isEqualTo("1 photo deleted");
  }

  @Test
  void theScrubberLeadsToItsYear(FxRobot robot) {
    ready();
    Node scrubber = Fx.on(() -> view.lookup(".date-scrubber"));
    Label oldest =
        robot.from(scrubber).lookup(".year").queryAllAs(Label.class).stream()
            .filter(Node::isVisible)
            .min(Comparator.comparing(Label::getText))
            .orElseThrow();
    robot.clickOn(oldest);
    settle();
    List<Integer> years =
        Fx.on(() -> grid().cells().stream().map(cell -> cell.item().sortedAt().getYear()).toList());
    assertThat(years).contains(Integer.parseInt(oldest.getText()));
  }

  @Test
  void theMarkOnAPhotoSelectsItBesidesOthers(FxRobot robot) {
    ready();
    robot.clickOn(Fx.on(() -> grid().cells().get(0).lookup(".mark")));
    robot.clickOn(Fx.on(() -> grid().cells().get(1).lookup(".mark")));
    assertThat(grid().selection().keys()).hasSize(2);
    robot.clickOn(Fx.on(() -> grid().cells().get(0).lookup(".mark")));
    assertThat(grid().selection().keys()).containsExactly(Fx.on(() -> id(1)));
  }

  @Test
  void enterOpensTheCurrentPhoto() {
    ready();
    Fx.run(() -> grid().selection().only(2));
    Fx.run(grid()::requestFocus);
    Fx.press(view.getScene(), KeyCode.ENTER);
    assertThat(opened).extracting(Photo::id).containsExactly(Fx.on(() -> id(2)));
  }

  @Test
  void anEmptyTimelineSaysWhatToDo() {
    ready();
    Fx.run(() -> model.delete(allIds(), () -> {}));
    Fx.until(() -> view.lookup(".empty-state") != null);
    Fx.run(() -> ((Button) view.lookup(".empty-state .button")).fire());
    assertThat(added).isEqualTo(1);
  }

  private List<PhotoId> allIds() {
    return timeline.session().gallery().photos().timeline(null, null, PHOTOS).items().stream()
        .map(Photo::id)
        .toList();
  }

  private void ready() {
    Fx.until(() -> view.lookup(".picture-grid") != null);
    settle();
  }

  private void settle() {
    Fx.pulse(view.getScene());
    Fx.pulse(view.getScene());
    Fx.until(() -> !grid().cells().isEmpty());
    Fx.until(() -> grid().cells().stream().noneMatch(cell -> cell.item() == null));
    Fx.pulse(view.getScene());
  }

  @SuppressWarnings("unchecked") // the only grid of the page
  private PictureGrid<PhotoId, Photo> grid() {
    return (PictureGrid<PhotoId, Photo>) view.lookup(".picture-grid");
  }

  private GridCell<Photo> at(double y) {
    return grid().cells().stream()
        .filter(cell -> cell.getBoundsInParent().contains(100, y))
        .findFirst()
        .orElseThrow();
  }

  private PhotoId id(int index) {
    return model.items().keyAt(index);
  }

  private String title() {
    return Fx.on(
        () -> {
          Question asked = (Question) view.lookup(".question");
          return ((Label) asked.lookup(".title")).getText();
        });
  }
}
