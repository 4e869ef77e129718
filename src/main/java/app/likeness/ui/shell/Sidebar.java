package app.likeness.ui.shell;

import static app.likeness.ui.Strings.text;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The ways to the pages, and which gallery is open.
final class Sidebar extends VBox {
  private final Map<Place, ToggleButton> ways = new EnumMap<>(Place.class);
  private final Label badge = new Label();

  Sidebar(Consumer<Place> go) {
    getStyleClass().add("sidebar");
    setAccessibleRole(AccessibleRole.TOOL_BAR);
    setAccessibleText(text("sidebar"));
    for (Place place : Place.values()) {
      ways.put(place, way(place, go));
    }
    badge.getStyleClass().add("badge");
    badge.setVisible(false);
    ToggleButton imports = way(Place.IMPORTS);
    imports.setGraphic(withBadge(Place.IMPORTS));
    imports.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    Region gap = new Region();
    setVgrow(gap, Priority.ALWAYS);
    Label state = new Label(text("gallery.embedded"), new Region());
    state.getStyleClass().add("gallery-state");
    getChildren()
        .addAll(
            way(Place.PHOTOS), way(Place.PEOPLE), imports, gap, state, way(Place.SETTINGS));
  }

  private static ToggleButton way(Place place, Consumer<Place> go) {
    ToggleButton way = new ToggleButton(place.title(), new FontIcon(place.sign()));
    way.getStyleClass().add("way");
    way.setMaxWidth(Double.MAX_VALUE);
    way.setAlignment(Pos.CENTER_LEFT);
    way.setAccessibleText(place.title());
    way.setOnAction(
        _ -> {
          way.setSelected(true);
          go.accept(place);
        });
    return way;
  }

  private HBox withBadge(Place place) {
    Label name = new Label(place.title());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox all = new HBox(new FontIcon(place.sign()), name, gap, badge);
    all.setAlignment(Pos.CENTER_LEFT);
    all.getStyleClass().add("way-content");
    all.prefWidthProperty().bind(widthProperty().subtract(48));
    return all;
  }

  private ToggleButton way(Place place) {
    ToggleButton way = ways.get(place);
    if (way == null) {
      throw new IllegalStateException("No way to " + place);
    }
    return way;
  }

  /// Marks where the user is.
  void at(Place place) {
    ways.forEach((each, way) -> way.setSelected(each == place));
  }

  /// Shows a number at Imports while it is not empty.
  void badge(ObservableValue<String> number) {
    badge.textProperty().bind(number);
    badge.visibleProperty().bind(badge.textProperty().isNotEmpty());
  }
}
