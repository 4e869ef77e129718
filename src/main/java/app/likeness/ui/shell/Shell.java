package app.likeness.ui.shell;

import app.likeness.gallery.Workspace;
import app.likeness.model.PersonId;
import app.likeness.ui.Background;
import app.likeness.ui.Navigator;
import app.likeness.ui.controls.NoticeBar;
import app.likeness.ui.controls.Notices;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The window's inside: sidebar, the page that is shown, and the layers over them.
public final class Shell extends StackPane implements Navigator {
  private final Workspace workspace;
  private final Background background;
  private final BorderPane frame = new BorderPane();
  private final StackPane page = new StackPane();
  private final OpeningView opening = new OpeningView();
  private final Sidebar sidebar = new Sidebar(this::go);
  private final Map<Place, Supplier<Node>> pages = new EnumMap<>(Place.class);
  private final Deque<Node> before = new ArrayDeque<>();
  private @Nullable Function<PersonId, Node> persons;
  private Workspace.@Nullable Session session;

  public Shell(Workspace workspace, Background background, Notices notices) {
    this.workspace = workspace;
    this.background = background;
    getStyleClass().add("shell");
    frame.setLeft(sidebar);
    frame.setCenter(page);
    NoticeBar bar = new NoticeBar(notices);
    setAlignment(bar, Pos.BOTTOM_CENTER);
    getChildren().addAll(frame, bar);
    page.getChildren().setAll(opening);
    sidebar.setDisable(true);
  }

  /// Opens the gallery off the UI thread, then shows its pages.
  public void open() {
    background
        .job(workspace::open)
        .then(this::opened)
        .orElse(failure -> opening.failed(failure, this::open))
        .start();
  }

  private void opened(Workspace.Session open) {
    session = open;
    sidebar.setDisable(false);
    go(Place.PHOTOS);
  }

  /// Ends the session; takes a moment, so call it off the UI thread.
  public void close() {
    if (session != null) {
      session.close();
    }
  }

  private void go(Place place) {
    Supplier<Node> made = pages.get(place);
    if (made != null) {
      before.clear();
      sidebar.at(place);
      page.getChildren().setAll(made.get());
    }
  }

  @Override
  public void people() {
    go(Place.PEOPLE);
  }

  @Override
  public void photos() {
    go(Place.PHOTOS);
  }

  @Override
  public void imports() {
    go(Place.IMPORTS);
  }

  @Override
  public void person(PersonId person) {
    if (persons != null) {
      before.push(page.getChildren().getFirst());
      page.getChildren().setAll(persons.apply(person));
    }
  }

  @Override
  public void cover(Node whole) {
    getChildren().add(getChildren().indexOf(frame) + 1, whole);
    frame.setVisible(false);
    whole.requestFocus();
  }

  @Override
  public void back() {
    Node top = getChildren().get(getChildren().indexOf(frame) + 1);
    if (!frame.isVisible()) {
      getChildren().remove(top);
      frame.setVisible(true);
    } else if (!before.isEmpty()) {
      page.getChildren().setAll(before.pop());
    }
  }
}
