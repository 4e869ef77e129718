package app.likeness.ui.shell;

import static app.likeness.ui.Strings.text;

import app.likeness.gallery.Workspace.Site;
import app.likeness.ui.SiteWords;
import app.likeness.ui.controls.Notices;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The ways to the pages, and which gallery is open.
final class Sidebar extends VBox {
  private final Map<Place, ToggleButton> ways = new EnumMap<>(Place.class);
  private final Label badge = new Label();
  private final Region dot = new Region();
  private final Label gallery = new Label(null, dot);
  private String where = "";

  /// @param add what adds photos, above all else
  Sidebar(Node add, Consumer<Place> go) {
    getStyleClass().add("sidebar");
    setAccessibleRole(AccessibleRole.TOOL_BAR);
    setAccessibleText(text("sidebar"));
    badge.getStyleClass().add("badge");
    badge.setVisible(false);
    gallery.getStyleClass().add("gallery-state");
    gallery.setWrapText(true);
    gallery.setMinHeight(USE_PREF_SIZE);
    dot.getStyleClass().add("dot");
    Region gap = new Region();
    setVgrow(gap, Priority.ALWAYS);
    getChildren()
        .addAll(
            add,
            way(Place.PHOTOS, go),
            way(Place.PEOPLE, go),
            way(Place.IMPORTS, go),
            gap,
            gallery,
            way(Place.SETTINGS, go));
    opening();
  }

  private ToggleButton way(Place place, Consumer<Place> go) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox content = new HBox(new FontIcon(place.sign()), new Label(place.title()), gap);
    if (place == Place.IMPORTS) {
      content.getChildren().add(badge);
    }
    content.setAlignment(Pos.CENTER_LEFT);
    content.getStyleClass().add("way-content");
    ToggleButton way = new ToggleButton(place.title(), content);
    content.prefWidthProperty().bind(way.widthProperty().subtract(24));
    way.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    way.getStyleClass().add("way");
    way.setMaxWidth(Double.MAX_VALUE);
    way.setOnAction(
        _ -> {
          way.setSelected(true);
          go.accept(place);
        });
    ways.put(place, way);
    return way;
  }

  /// Marks where the user is.
  void at(@Nullable Place place) {
    ways.forEach((each, way) -> way.setSelected(each == place));
  }

  void focus() {
    ways.values().stream()
        .filter(ToggleButton::isSelected)
        .findFirst()
        .ifPresent(Node::requestFocus);
  }

  /// Shows a number at Imports while it is not empty.
  void badge(ObservableValue<String> number) {
    badge.textProperty().bind(number);
    badge.visibleProperty().bind(badge.textProperty().isNotEmpty());
  }

  void opening() {
    setDisable(true);
    gallery.setText(text("gallery.opening"));
  }

  void failed() {
    gallery.setText(text("gallery.failed"));
  }

  void opened(Site site) {
    setDisable(false);
    where = SiteWords.of("gallery.at.", site);
    state(null);
  }

  /// Says where the gallery is, or what is wrong with it.
  void state(@Nullable Throwable outage) {
    gallery.setText(outage == null ? where : Notices.sentence(outage));
    gallery.getStyleClass().removeAll("open", "away");
    gallery.getStyleClass().add(outage == null ? "open" : "away");
  }
}
