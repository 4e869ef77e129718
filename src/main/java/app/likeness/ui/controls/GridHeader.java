package app.likeness.ui.controls;

import java.text.NumberFormat;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The heading of a section; it stays at the top while its section is scrolled by.
///
/// Style class `grid-header`, with labels `title` and `count`.
public class GridHeader extends HBox {
  private final Label title = new Label();
  private final Label count = new Label();

  @SuppressWarnings("this-escape") // only sets properties, like every JavaFX control
  public GridHeader() {
    getStyleClass().add("grid-header");
    title.getStyleClass().add("title");
    count.getStyleClass().add("count");
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(title, count);
  }

  /// Shows another section's heading; headings too are used again while scrolling.
  protected void update(GridSource.Section section) {
    title.setText(section.title());
    boolean known = section.count() != GridSource.Section.UNKNOWN;
    count.setText(known ? NumberFormat.getIntegerInstance().format(section.count()) : "");
  }
}
