package app.likeness.ui.shell;

import app.likeness.model.PersonId;
import app.likeness.ui.Navigator;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Goes from page to page and remembers the way back.
final class Navigation implements Navigator {
  /// What a page calls the part of it that gets the focus.
  static final String MAIN = ".page-main";

  /// Where the user was, and what had the focus there.
  private record Stop(Node page, @Nullable Node focus) {}

  private final StackPane pages;
  private final StackPane covers;
  private final Function<Place, Node> places;
  private final Function<PersonId, Node> persons;
  private final Deque<Stop> before = new ArrayDeque<>();
  private final ReadOnlyObjectWrapper<@Nullable Place> place =
      new ReadOnlyObjectWrapper<>(this, "place");

  /// @param pages holds the page that is shown
  /// @param covers lies over everything and holds what covers it
  Navigation(
      StackPane pages,
      StackPane covers,
      Function<Place, Node> places,
      Function<PersonId, Node> persons) {
    this.pages = pages;
    this.covers = covers;
    this.places = places;
    this.persons = persons;
  }

  ReadOnlyObjectProperty<@Nullable Place> placeProperty() {
    return place.getReadOnlyProperty();
  }

  void go(Place to) {
    uncover();
    before.clear();
    place.set(to);
    show(places.apply(to));
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
    uncover();
    before.push(new Stop(pages.getChildren().getFirst(), focus()));
    show(persons.apply(person));
  }

  @Override
  public void cover(Node whole) {
    before.push(new Stop(pages.getChildren().getFirst(), focus()));
    covers.getChildren().setAll(whole);
    covers.setVisible(true);
    pages.setDisable(true);
    whole.requestFocus();
  }

  @Override
  public void back() {
    if (!before.isEmpty()) {
      uncoverOnly();
      Stop last = before.pop();
      pages.getChildren().setAll(last.page());
      if (last.focus() != null) {
        last.focus().requestFocus();
      }
    }
  }

  /// Whether there is somewhere to go back to.
  boolean canGoBack() {
    return !before.isEmpty();
  }

  private void uncover() {
    if (covers.isVisible()) {
      back();
    }
  }

  private void uncoverOnly() {
    covers.setVisible(false);
    covers.getChildren().clear();
    pages.setDisable(false);
  }

  private @Nullable Node focus() {
    return pages.getScene() == null ? null : pages.getScene().getFocusOwner();
  }

  private void show(Node page) {
    pages.getChildren().setAll(page);
    page.applyCss();
    focusMain();
  }

  /// Puts the focus on what the page is about.
  void focusMain() {
    Node main = pages.lookup(MAIN);
    if (main != null) {
      main.requestFocus();
    }
  }
}
