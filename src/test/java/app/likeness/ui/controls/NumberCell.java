package app.likeness.ui.controls;

import javafx.scene.control.Label;

/// Shows the number that a [NumberSource] gives.
final class NumberCell extends GridCell<Integer> {
  private final Label label = new Label();

  NumberCell() {
    getChildren().add(label);
  }

  @Override
  protected void update(Integer next) {
    label.setText(next == null ? "" : next.toString());
  }

  @Override
  protected String spoken(Integer shown) {
    return "Number " + shown;
  }
}
