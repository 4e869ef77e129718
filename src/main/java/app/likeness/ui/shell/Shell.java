package app.likeness.ui.shell;

import static app.likeness.ui.Strings.text;

import app.likeness.catalog.Totals;
import app.likeness.gallery.Workspace;
import app.likeness.gallery.Workspace.Site;
import app.likeness.model.PersonId;
import app.likeness.ui.controls.NoticeBar;
import app.likeness.ui.imports.ImportBar;
import app.likeness.ui.settings.BackendModel;
import app.likeness.ui.settings.SettingsView;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The window's inside: sidebar, the page that is shown, and the layers over them.
public final class Shell extends StackPane implements AutoCloseable {
  private final Workspace workspace;
  private final Desk desk;
  private final BorderPane frame = new BorderPane();
  private final BorderPane content = new BorderPane();
  private final StackPane pages = new StackPane();
  private final StackPane covers = new StackPane();
  private final OpeningView opening = new OpeningView();
  private final AddMenu add;
  private final Sidebar sidebar;
  private final Navigation navigation = new Navigation(pages, covers, this::page, this::person);
  private final Optional<BackendModel> backend;
  private final List<Path> handed;
  private @Nullable DropModel drops;
  private @Nullable Screens screens;
  private Workspace.@Nullable Session session;

  /// @param handed files and folders to add as soon as the gallery is open
  Shell(Workspace workspace, Desk desk, List<Path> handed) {
    this.workspace = workspace;
    this.desk = desk;
    this.handed = List.copyOf(handed);
    backend =
        workspace
            .switchboard()
            .map(
                board ->
                    new BackendModel(
                        board, workspace.site().kind(), desk.background(), this::reopen));
    add = new AddMenu(desk.choosers(), this::add);
    sidebar = new Sidebar(add, navigation::go);
    getStyleClass().add("shell");
    content.setCenter(pages);
    frame.setLeft(sidebar);
    frame.setCenter(content);
    covers.setVisible(false);
    NoticeBar bar = new NoticeBar(desk.notices());
    setAlignment(bar, Pos.BOTTOM_CENTER);
    getChildren().addAll(frame, covers, bar);
    pages.getChildren().setAll(opening);
    navigation.placeProperty().subscribe(sidebar::at);
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
  }

  /// Opens the gallery off the UI thread, then shows its pages.
  void open() {
    sidebar.opening();
    desk.background()
        .job(workspace::open)
        .then(this::opened)
        .orElse(this::failed)
        .start();
  }

  private void failed(Throwable failure) {
    opening.failed(failure, this::open, elsewhere());
    sidebar.failed();
  }

  private Optional<Runnable> elsewhere() {
    return backend.map(
        model ->
            () ->
                pages
                    .getChildren()
                    .setAll(
                        SettingsView.alone(model, () -> pages.getChildren().setAll(opening))));
  }

  /// Closes this gallery and opens the one that was changed to, in a window's inside of its own.
  private void reopen() {
    Runnable rest = ended();
    Shell next = new Shell(workspace, desk, List.of());
    getScene().setRoot(next);
    desk.background().run(rest).lastly(() -> opens(next)).start();
  }

  /// What was still being asked of the gallery before has failed by now, which is nobody's concern.
  private void opens(Shell next) {
    desk.notices().dismiss();
    next.open();
  }

  private void opened(Workspace.Session open) {
    Site site = workspace.site();
    Screens made =
        new Screens(open, new Whereabouts(site, backend), desk, navigation, add::photos);
    session = open;
    screens = made;
    drops = new DropModel(made.imports(), desk.background());
    DropLayer layer = new DropLayer(drops, site);
    layer.watch(this);
    getChildren().add(layer);
    content.setBottom(new ImportBar(made.imports()));
    sidebar.badge(made.imports().batchProperty().map(batch -> badge(batch.total() - batch.done())));
    sidebar.opened(site);
    made.following().outageProperty().subscribe(sidebar::state);
    keys(made);
    greet(made, open);
    navigation.go(Place.PHOTOS);
    add(handed);
  }

  private static String badge(int open) {
    return open == 0 ? "" : text("sidebar.badge", open);
  }

  private void greet(Screens made, Workspace.Session open) {
    FirstRun greeting = new FirstRun(made.recognition(), workspace.site());
    content.setTop(greeting);
    desk.background().job(() -> open.gallery().totals()).then(now -> greet(greeting, now)).start();
  }

  private static void greet(FirstRun greeting, Totals now) {
    if (now.photos() == 0) {
      greeting.show();
    }
  }

  private void keys(Screens made) {
    new Keys()
        .ctrl(KeyCode.O, add::photos)
        .ctrlShift(KeyCode.O, add::folder)
        .ctrl(KeyCode.V, add::paste)
        .ctrl(KeyCode.Z, made.acts()::undo)
        .ctrlShift(KeyCode.Z, made.acts()::redo)
        .ctrl(KeyCode.Y, made.acts()::redo)
        .ctrl(KeyCode.DIGIT1, navigation::photos)
        .ctrl(KeyCode.DIGIT2, navigation::people)
        .ctrl(KeyCode.DIGIT3, navigation::imports)
        .ctrl(KeyCode.F, this::search)
        .ctrl(KeyCode.COMMA, () -> navigation.go(Place.SETTINGS))
        .alt(KeyCode.LEFT, navigation::back)
        .plain(KeyCode.ESCAPE, navigation::back)
        .plain(KeyCode.F6, this::otherSide)
        .listen(this);
  }

  private void search() {
    Node field = pages.lookup(".search");
    if (field != null) {
      field.requestFocus();
    }
  }

  /// From the sidebar to the page and back.
  private void otherSide() {
    if (sidebar.isFocusWithin()) {
      navigation.focusMain();
    } else {
      sidebar.focus();
    }
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.BACK) {
      navigation.back();
    }
  }

  /// Adds files and folders; harmless while no gallery is open.
  void add(List<Path> paths) {
    if (drops != null) {
      drops.add(paths);
    }
  }

  Navigation navigation() {
    return navigation;
  }

  @Nullable DropModel drops() {
    return drops;
  }

  private Node page(Place place) {
    return screens == null ? opening : screens.page(place);
  }

  private Node person(PersonId person) {
    return screens == null ? opening : screens.person(person);
  }

  /// Ends what is shown; call it on the UI thread. Answers what is left to close off it.
  Runnable ended() {
    close();
    return session == null ? () -> {} : session::close;
  }

  @Override
  public void close() {
    if (screens != null) {
      screens.close();
    }
  }
}
