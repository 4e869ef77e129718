package app.likeness.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.likeness.model.Decision;
import app.likeness.model.Face;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.testing.DrawnGallery;
import app.likeness.testing.DrawnTimeline;
import app.likeness.testing.Fx;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ViewerTest {
  private static final int PHOTOS = 30;

  private static Path template;
  @TempDir private Path folder;
  private ViewerScreen screen;

  @BeforeAll
  static void draw(@TempDir Path drawn) {
    DrawnGallery.fill(drawn, PHOTOS, 3, 2);
    template = drawn;
  }

  @Start
  void start(Stage stage) {
    screen = new ViewerScreen(stage, DrawnTimeline.open(template, folder));
  }

  @AfterEach
  void close() {
    screen.close();
  }

  @Test
  void arrowsHomeAndEndWalkThroughTheTimeline() {
    screen.open(4);
    assertThat(screen.shown()).isEqualTo(screen.id(4));
    screen.press(KeyCode.RIGHT);
    assertThat(screen.shown()).isEqualTo(screen.id(5));
    screen.press(KeyCode.LEFT);
    screen.press(KeyCode.LEFT);
    assertThat(screen.shown()).isEqualTo(screen.id(3));
    screen.press(KeyCode.END);
    Fx.until(() -> screen.view().pane() != null && screen.name().equals(screen.name(PHOTOS - 1)));
    screen.press(KeyCode.RIGHT);
    assertThat(screen.shown()).isEqualTo(screen.id(PHOTOS - 1));
    screen.press(KeyCode.HOME);
    Fx.until(() -> screen.name().equals(screen.name(0)));
    assertThat(screen.bar()).contains("1 of " + PHOTOS);
  }

  @Test
  void theGridFollowsAndIsWhereTheViewerWas() {
    screen.open(1);
    screen.press(KeyCode.END);
    Fx.until(() -> screen.name().equals(screen.name(PHOTOS - 1)));
    screen.press(KeyCode.ESCAPE);
    assertThat(Fx.on(() -> screen.root.lookup(".viewer"))).isNull();
    assertThat(screen.grid().selection().current()).isEqualTo(PHOTOS - 1);
    assertThat(screen.grid().selection().keys()).containsExactly(screen.id(PHOTOS - 1));
    assertThat(Fx.on(() -> screen.grid().cell(screen.id(PHOTOS - 1)))).isPresent();
  }

  @Test
  void zoomKeysShowTheWholeOrItsOwnPixels() {
    screen.open(0);
    double whole = Fx.on(() -> screen.view().pane().viewport().scale());
    screen.press(KeyCode.DIGIT1);
    assertThat(Fx.on(() -> screen.view().pane().viewport().isActual())).isTrue();
    screen.press(KeyCode.DIGIT0);
    assertThat(Fx.on(() -> screen.view().pane().viewport().scale())).isEqualTo(whole);
    screen.press(KeyCode.PLUS);
    assertThat(Fx.on(() -> screen.view().pane().viewport().scale())).isGreaterThan(whole);
  }

  @Test
  void theWheelZoomsToThePointer() {
    screen.open(0);
    PhotoPane pane = Fx.on(() -> screen.view().pane());
    Fx.run(() -> wheel(pane, 200, 300, 200));
    Viewport port = pane.viewport();
    double x = (200 - port.x()) / port.scale();
    assertThat(port.fitted()).isFalse();
    Fx.run(() -> wheel(pane, 200, 300, 80));
    assertThat((200 - port.x()) / port.scale()).isCloseTo(x, within(0.01));
    Fx.run(() -> wheel(pane, 200, 300, -900));
    assertThat(port.fitted()).isTrue();
  }

  private static void wheel(PhotoPane pane, double x, double y, double delta) {
    pane.fireEvent(
        new ScrollEvent(
            ScrollEvent.SCROLL, x, y, x, y, false, false, false, false, false, false, 0, delta, 0,
            delta, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
            ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, new PickResult(pane, x, y)));
  }

  @Test
  void facesAreFramedWhereTheyAreAndLeadToTheirPeople() {
    int index = withFaces();
    Face face = screen.photos().faces(screen.id(index)).getFirst();
    screen.timeline.session().gallery().people().decide(List.of(new Decision.Name(face.person(), "Ana")));
    screen.open(index);
    screen.press(KeyCode.F);
    Fx.until(() -> screen.nameTag("Ana") != null && screen.nameTag("Ana").isVisible());
    Fx.pulse(screen.root.getScene());
    Viewport port = screen.view().pane().viewport();
    Node frame = Fx.on(() -> screen.root.lookup(".face-layer .frame"));
    assertThat(frame.getLayoutX()).isCloseTo(face.box().left() * port.drawnWidth(), within(1.0));
    assertThat(frame.getLayoutY()).isCloseTo(face.box().top() * port.drawnHeight(), within(1.0));
    Fx.run(() -> screen.nameTag("Ana").fire());
    assertThat(screen.visited).containsExactly(face.person());
    screen.press(KeyCode.F);
    assertThat(Fx.on(() -> screen.root.lookup(".face-layer").isVisible())).isFalse();
  }

  @Test
  void theInformationTellsFileDateCameraAndSize() {
    screen.open(0);
    screen.press(KeyCode.I);
    Fx.pulse(screen.root.getScene());
    Photo photo = Fx.on(() -> screen.model().items().get(0));
    List<String> told =
        Fx.on(
            () ->
                screen.root.lookupAll(".info-panel .label").stream()
                    .map(node -> ((Label) node).getText())
                    .toList());
    assertThat(told).contains(photo.original().fileName(), "Drawn by hand");
    assertThat(told).anyMatch(text -> text != null && text.contains(photo.width() + " × "));
  }

  @Test
  void deletingAsksFirstThenShowsTheNext() {
    PhotoId gone = screen.open(2);
    PhotoId next = screen.id(3);
    screen.press(KeyCode.DELETE);
    assertThat(screen.photos().photo(gone)).isPresent();
    Fx.run(() -> ((Button) screen.root.lookup(".question .danger")).fire());
    Fx.until(() -> next.equals(screen.model().items().keyAt(2)));
    assertThat(screen.shown()).isEqualTo(next);
    assertThat(screen.photos().photo(gone)).isEmpty();
  }

  private int withFaces() {
    Fx.until(() -> screen.model().items().get(0) != null);
    for (int i = 0; i < PHOTOS; i++) {
      int index = i;
      Photo photo = Fx.on(() -> screen.model().items().get(index));
      if (photo != null && photo.faceCount() == 1) {
        return i;
      }
    }
    throw new AssertionError("Nobody is alone on a photo");
  }
}
