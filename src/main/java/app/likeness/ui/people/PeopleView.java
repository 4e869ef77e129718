package app.likeness.ui.people;

import static app.likeness.ui.Strings.text;

import app.likeness.model.Person;
import app.likeness.model.PersonId;
import app.likeness.ui.Navigator;
import app.likeness.ui.controls.EmptyState;
import app.likeness.ui.controls.GridItems;
import app.likeness.ui.controls.GridLayout;
import app.likeness.ui.controls.PictureGrid;
import app.likeness.ui.controls.Pictures;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The People grid.
public final class PeopleView extends BorderPane {
  private static final double GAP = 12;

  private final PeopleModel model;
  private final Navigator navigator;
  private final PictureGrid<PersonId, Person> grid;
  private final StackPane body = new StackPane();
  private final ToggleButton strangers = new ToggleButton();

  public PeopleView(PeopleModel model, Pictures pictures, Navigator navigator) {
    this.model = model;
    this.navigator = navigator;
    getStyleClass().add("people");
    GridItems<PersonId, Person> items = model.items();
    grid =
        new PictureGrid<>(
            items,
            GridLayout.uniform(PersonCell.WIDTH, PersonCell.HEIGHT, GAP),
            () -> cell(pictures));
    grid.getStyleClass().add("page-main");
    grid.setAccessibleText(text("place.people"));
    grid.onOpen(person -> navigator.person(person.id()));
    grid.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    ContextMenu menu = menu();
    grid.setOnContextMenuRequested(
        event -> {
          if (!grid.selection().chosen().isEmpty()) {
            menu.show(grid, event.getScreenX(), event.getScreenY());
          }
        });
    body.getChildren().add(grid);
    setTop(new PeopleHeader(model));
    setCenter(body);
    setBottom(foot());
    items.readyProperty().subscribe(this::fill);
    items.sizeProperty().subscribe(this::fill);
    model.strangersProperty().subscribe(this::fold);
  }

  private PersonCell cell(Pictures pictures) {
    PersonCell cell = new PersonCell(pictures, model);
    new MergeByDrag(model.verbs(), grid.selection()).install(cell);
    return cell;
  }

  private Node foot() {
    strangers.getStyleClass().addAll("flat", "fold");
    strangers.selectedProperty().bindBidirectional(model.unfoldedProperty());
    strangers.selectedProperty().subscribe(() -> fold(model.strangersProperty().get()));
    HBox foot = new HBox(strangers);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("page-foot");
    foot.visibleProperty().bind(strangers.visibleProperty());
    foot.managedProperty().bind(foot.visibleProperty());
    return foot;
  }

  private void fold(PeopleModel.Strangers now) {
    String key = now.more() ? "people.strangers.more" : "people.strangers";
    strangers.setText(text(key, now.count()));
    boolean open = model.unfoldedProperty().get();
    strangers.setGraphic(
        new FontIcon(open ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT));
    strangers.setVisible(now.count() > 0);
    fill();
  }

  // ---- empty states

  private void fill() {
    boolean empty = model.items().isReady() && model.items().size() == 0;
    if (empty) {
      body.getChildren().setAll(emptiness());
    } else if (!body.getChildren().contains(grid)) {
      body.getChildren().setAll(grid);
    }
  }

  private Node emptiness() {
    if (!model.searchProperty().get().isBlank()) {
      return new EmptyState(
          MaterialDesignA.ACCOUNT_SEARCH_OUTLINE,
          text("people.none-found", model.searchProperty().get().strip()),
          text("people.none-found.hint"));
    }
    if (model.hiddenProperty().get()) {
      return new EmptyState(
          MaterialDesignA.ACCOUNT_OFF_OUTLINE,
          text("people.none-hidden"),
          text("people.none-hidden.hint"));
    }
    if (model.strangersProperty().get().count() > 0) {
      Button show = new Button(text("people.only-strangers.show"));
      show.setOnAction(_ -> model.unfoldedProperty().set(true));
      return new EmptyState(
          MaterialDesignA.ACCOUNT_MULTIPLE_OUTLINE,
          text("people.only-strangers"),
          text("people.only-strangers.hint"),
          show);
    }
    return new EmptyState(
        MaterialDesignA.ACCOUNT_MULTIPLE_OUTLINE, text("people.none"), text("people.none.hint"));
  }

  // ---- verbs

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown() || event.getTarget() != grid) {
      return;
    }
    boolean taken = true;
    switch (event.getCode()) {
      case F2 -> rename();
      case M -> merge();
      case H -> hide();
      default -> taken = false;
    }
    if (taken) {
      event.consume();
    }
  }

  private void rename() {
    PersonId at = grid.selection().currentKey();
    if (at != null) {
      grid.cell(at).ifPresent(cell -> ((PersonCell) cell).edit());
    }
  }

  private void merge() {
    model.verbs().merge(grid.selection().chosen());
  }

  private void hide() {
    model.verbs().hide(grid.selection().chosen(), !model.hiddenProperty().get());
  }

  private ContextMenu menu() {
    MenuItem open = item("people.open", KeyCode.ENTER, this::open);
    MenuItem rename = item("people.rename", KeyCode.F2, this::rename);
    MenuItem merge = item("people.merge", KeyCode.M, this::merge);
    MenuItem hide = item("people.hide", KeyCode.H, this::hide);
    ContextMenu menu = new ContextMenu(open, rename, merge, hide);
    menu.setOnShowing(
        _ -> {
          merge.setDisable(grid.selection().chosen().size() < 2);
          hide.setText(text(model.hiddenProperty().get() ? "people.unhide" : "people.hide"));
        });
    return menu;
  }

  /// Keys are told beside the text, not as accelerators: those would work while typing a name.
  private static MenuItem item(String key, KeyCode code, Runnable verb) {
    MenuItem item = new MenuItem(text(key));
    item.setUserData(code);
    item.setOnAction(_ -> verb.run());
    return item;
  }

  private void open() {
    PersonId at = grid.selection().currentKey();
    if (at != null) {
      navigator.person(at);
    }
  }
}
