package app.likeness.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.likeness.gallery.Photos;
import app.likeness.gallery.Workspace;
import app.likeness.model.Decision;
import app.likeness.model.Face;
import app.likeness.model.PersonId;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.testing.DrawnGallery;
import app.likeness.testing.Fx;
import app.likeness.testing.Galleries;
import app.likeness.testing.NoChoosers;
import app.likeness.ui.Background;
import app.likeness.ui.Navigator;
import app.likeness.ui.controls.Notices;
import app.likeness.ui.controls.ObjectPictures;
import app.likeness.ui.controls.PictureGrid;
import app.likeness.ui.photos.PhotoVerbs;
import app.likeness.ui.photos.PhotosModel;
import app.likeness.ui.photos.PhotosView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
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
  private final Notices notices = new Notices();
  private final List<PersonId> visited = new ArrayList<>();
  private final StackPane root = new StackPane();
  private Workspace.Session session;
  private ObjectPictures pictures;
  private PhotosModel model;
  private Viewer viewer;

  @BeforeAll
  static void draw(@TempDir Path drawn) {
    DrawnGallery.fill(drawn, PHOTOS, 3, 2);
    template = drawn;
  }

  @Start
  void start(Stage stage) {
    DrawnGallery.copy(template, folder);
    session = Galleries.open(folder);
    Photos photos = session.gallery().photos();
    Background background = Background.ofJavaFx(notices::failed);
    pictures = new ObjectPictures(photos, background, 1 << 26);
    PhotoVerbs verbs = new PhotoVerbs(photos, background, notices, new NoChoosers());
    model = new PhotosModel(photos, background, verbs);
    viewer =
        new Viewer(
            session.gallery(), pictures, session.reader(), background, verbs, new Covering());
    root.getChildren()
        .add(new PhotosView(model, pictures, grid -> viewer.open(grid, p -> p), () -> {}));
    Fx.show(stage, root, 900, 640);
    model.items().reload();
  }

  @AfterEach
  void close() {
    Fx.run(pictures::close);
    session.close();
  }

  @Test
  void arrowsHomeAndEndWalkThroughTheTimeline() {
    open(4);
    assertThat(shown()).isEqualTo(id(4));
    press(KeyCode.RIGHT);
    assertThat(shown()).isEqualTo(id(5));
    press(KeyCode.LEFT);
    press(KeyCode.LEFT);
    assertThat(shown()).isEqualTo(id(3));
    press(KeyCode.END);
    Fx.until(() -> view().pane() != null && name().equals(name(PHOTOS - 1)));
    press(KeyCode.RIGHT);
    assertThat(shown()).isEqualTo(id(PHOTOS - 1));
    press(KeyCode.HOME);
    Fx.until(() -> name().equals(name(0)));
    assertThat(bar()).contains("1 of " + PHOTOS);
  }

  @Test
  void theGridFollowsAndIsWhereTheViewerWas() {
    open(1);
    press(KeyCode.END);
    Fx.until(() -> name().equals(name(PHOTOS - 1)));
    press(KeyCode.ESCAPE);
    assertThat(Fx.on(() -> root.lookup(".viewer"))).isNull();
    assertThat(grid().selection().current()).isEqualTo(PHOTOS - 1);
    assertThat(grid().selection().keys()).containsExactly(id(PHOTOS - 1));
    assertThat(Fx.on(() -> grid().cell(id(PHOTOS - 1)))).isPresent();
  }

  @Test
  void zoomKeysShowTheWholeOrItsOwnPixels() {
    open(0);
    double whole = Fx.on(() -> view().pane().viewport().scale());
    press(KeyCode.DIGIT1);
    assertThat(Fx.on(() -> view().pane().viewport().isActual())).isTrue();
    press(KeyCode.DIGIT0);
    assertThat(Fx.on(() -> view().pane().viewport().scale())).isEqualTo(whole);
    press(KeyCode.PLUS);
    assertThat(Fx.on(() -> view().pane().viewport().scale())).isGreaterThan(whole);
  }

  @Test
  void theWheelZoomsToThePointer() {
    open(0);
    PhotoPane pane = Fx.on(() -> view().pane());
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
    Face face = session.gallery().photos().faces(id(index)).getFirst();
    session.gallery().people().decide(List.of(new Decision.Name(face.person(), "Ana")));
    open(index);
    press(KeyCode.F);
    Fx.until(() -> nameTag("Ana") != null && nameTag("Ana").isVisible());
    Fx.pulse(root.getScene());
    Viewport port = view().pane().viewport();
    Node frame = Fx.on(() -> root.lookup(".face-layer .frame"));
    assertThat(frame.getLayoutX()).isCloseTo(face.box().left() * port.drawnWidth(), within(1.0));
    assertThat(frame.getLayoutY()).isCloseTo(face.box().top() * port.drawnHeight(), within(1.0));
    Fx.run(() -> nameTag("Ana").fire());
    assertThat(visited).containsExactly(face.person());
    press(KeyCode.F);
    assertThat(Fx.on(() -> root.lookup(".face-layer").isVisible())).isFalse();
  }

  @Test
  void theInformationTellsFileDateCameraAndSize() {
    open(0);
    press(KeyCode.I);
    Fx.pulse(root.getScene());
    Photo photo = Fx.on(() -> model.items().get(0));
    List<String> told =
        Fx.on(
            () ->
                root.lookupAll(".info-panel .label").stream()
                    .map(node -> ((Label) node).getText())
                    .toList());
    assertThat(told).contains(photo.original().fileName(), "Drawn by hand");
    assertThat(told).anyMatch(text -> text != null && text.contains(photo.width() + " × "));
  }

  @Test
  void deletingAsksFirstThenShowsTheNext() {
    PhotoId gone = open(2);
    PhotoId next = id(3);
    press(KeyCode.DELETE);
    assertThat(session.gallery().photos().photo(gone)).isPresent();
    Fx.run(() -> ((Button) root.lookup(".question .danger")).fire());
    Fx.until(() -> next.equals(model.items().keyAt(2)));
    assertThat(shown()).isEqualTo(next);
    assertThat(session.gallery().photos().photo(gone)).isEmpty();
  }

  // ---- what is on the screen

  private PhotoId open(int index) {
    Fx.until(() -> root.lookup(".picture-grid") != null && model.items().get(index) != null);
    Fx.pulse(root.getScene());
    Fx.run(
        () -> {
          grid().requestFocus();
          grid().selection().only(index);
          grid().reveal(index);
        });
    Fx.press(root.getScene(), KeyCode.ENTER);
    Fx.pulse(root.getScene());
    return id(index);
  }

  private int withFaces() {
    Fx.until(() -> model.items().get(0) != null);
    for (int i = 0; i < PHOTOS; i++) {
      int index = i;
      Photo photo = Fx.on(() -> model.items().get(index));
      if (photo != null && photo.faceCount() == 1) {
        return i;
      }
    }
    throw new AssertionError("Nobody is alone on a photo");
  }

  private void press(KeyCode code) {
    Fx.press(root.getScene(), code);
    Fx.pulse(root.getScene());
  }

  private ViewerView view() {
    return (ViewerView) root.lookup(".viewer");
  }

  private Button nameTag(String name) {
    return root.lookupAll(".face-layer .name").stream()
        .map(Button.class::cast)
        .filter(tag -> tag.getText().equals(name))
        .findFirst()
        .orElse(null);
  }

  private PhotoId shown() {
    return Fx.on(() -> model.items().keyAt(grid().selection().current()));
  }

  private String name() {
    return ((Label) root.lookup(".viewer-bar .title")).getText();
  }

  private String name(int index) {
    Photo photo = model.items().get(index);
    return photo == null ? "-" : photo.original().fileName();
  }

  private String bar() {
    return Fx.on(() -> ((Label) root.lookup(".viewer-bar .text-muted")).getText());
  }

  private PhotoId id(int index) {
    return Fx.on(() -> model.items().keyAt(index));
  }

  @SuppressWarnings("unchecked") // the only grid of the page
  private PictureGrid<PhotoId, Photo> grid() {
    return (PictureGrid<PhotoId, Photo>) root.lookup(".picture-grid");
  }

  /// As the shell does it, without its pages.
  private final class Covering implements Navigator {
    @Override
    public void people() {}

    @Override
    public void photos() {}

    @Override
    public void imports() {}

    @Override
    public void person(PersonId person) {
      visited.add(person);
    }

    @Override
    public void cover(Node whole) {
      root.getChildren().add(whole);
      whole.requestFocus();
    }

    @Override
    public void back() {
      root.getChildren().removeLast();
      root.lookup(".picture-grid").requestFocus();
    }
  }
}
