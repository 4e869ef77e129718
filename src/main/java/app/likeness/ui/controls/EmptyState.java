package app.likeness.ui.controls;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// A calm page that has nothing to show yet and says what to do next.
public final class EmptyState extends VBox {
  /// @param actions buttons, the one that leads on first
  public EmptyState(Ikon sign, String title, String hint, Node... actions) {
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    Label head = label(title);
    head.getStyleClass().add("title");
    Label rest = label(hint);
    rest.getStyleClass().add("hint");
    HBox buttons = new HBox(actions);
    buttons.getStyleClass().add("actions");
    buttons.setAlignment(Pos.CENTER);
    buttons.setManaged(actions.length > 0);
    if (actions.length > 0) {
      actions[0].getStyleClass().addAll("accent", "page-main");
    }
    getChildren().addAll(new FontIcon(sign), head, rest, buttons);
  }

  private static Label label(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setTextAlignment(TextAlignment.CENTER);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }
}
