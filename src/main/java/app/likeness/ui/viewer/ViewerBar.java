package app.likeness.ui.viewer;

import static app.likeness.ui.Strings.text;

import app.likeness.model.Photo;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// The bar over a photo: the way back, which photo it is, and what can be done with it.
final class ViewerBar extends HBox {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT);

  /// What the buttons of the bar do.
  interface Verbs {
    void close();

    void save();

    void delete();

    void toggleZoom();
  }

  private final Label name = new Label();
  private final Label when = new Label();
  private final Button zoom = new Button();

  ViewerBar(Verbs verbs, BooleanProperty faces, BooleanProperty info) {
    getStyleClass().add("viewer-bar");
    setAlignment(Pos.CENTER_LEFT);
    name.getStyleClass().add("title");
    when.getStyleClass().add("text-muted");
    VBox which = new VBox(name, when);
    which.setMinWidth(0);
    setHgrow(which, Priority.ALWAYS);
    zoom.getStyleClass().addAll("flat", "zoom");
    zoom.setTooltip(new Tooltip(text("viewer.zoom")));
    zoom.setOnAction(_ -> verbs.toggleZoom());
    getChildren()
        .addAll(
            button(MaterialDesignA.ARROW_LEFT, "viewer.close", verbs::close),
            which,
            zoom,
            toggle(MaterialDesignF.FACE_RECOGNITION, "viewer.faces", faces),
            toggle(MaterialDesignI.INFORMATION_OUTLINE, "viewer.info.key", info),
            button(MaterialDesignT.TRAY_ARROW_DOWN, "viewer.save", verbs::save),
            button(MaterialDesignD.DELETE_OUTLINE, "viewer.delete", verbs::delete));
  }

  void show(@Nullable Photo photo, int index, int size) {
    name.setText(photo == null ? "" : photo.original().fileName());
    String place = text("viewer.place", index + 1, size);
    when.setText(photo == null ? place : WHEN.format(photo.sortedAt()) + "  ·  " + place);
  }

  void percent(long percent) {
    zoom.setText(text("viewer.percent", percent));
    zoom.setAccessibleText(text("viewer.zoom.now", percent));
  }

  private static Button button(Ikon sign, String key, Runnable verb) {
    Button button = styled(new Button(), sign, key);
    button.setOnAction(_ -> verb.run());
    return button;
  }

  private static ToggleButton toggle(Ikon sign, String key, BooleanProperty on) {
    ToggleButton button = styled(new ToggleButton(), sign, key);
    button.selectedProperty().bindBidirectional(on);
    return button;
  }

  private static <B extends ButtonBase> B styled(B button, Ikon sign, String key) {
    button.setGraphic(new FontIcon(sign));
    button.getStyleClass().addAll("flat", "button-icon");
    button.setAccessibleText(text(key));
    button.setTooltip(new Tooltip(text(key)));
    return button;
  }
}
