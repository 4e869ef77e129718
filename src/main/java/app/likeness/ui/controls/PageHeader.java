package app.likeness.ui.controls;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The head of a page: its title, what it counts, and its tools at the far end.
public final class PageHeader extends HBox {
  private final Label subtitle = new Label();

  public PageHeader(String title, Node... tools) {
    getStyleClass().add("page-header");
    setAlignment(Pos.CENTER_LEFT);
    Label head = new Label(title);
    head.getStyleClass().add("page-title");
    head.setAccessibleRole(AccessibleRole.TEXT);
    head.setMinWidth(USE_PREF_SIZE);
    subtitle.getStyleClass().add("page-subtitle");
    subtitle.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(head, subtitle, gap);
    getChildren().addAll(tools);
  }

  /// A few quiet words beside the title, such as a count.
  public void subtitle(String text) {
    subtitle.setText(text);
  }
}
