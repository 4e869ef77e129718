package app.likeness.ui.controls;

import static app.likeness.ui.Strings.text;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/// A name that is edited where it stands: Enter keeps, Esc leaves it as it was.
public final class EditableName extends StackPane {
  private static final PseudoClass UNNAMED = PseudoClass.getPseudoClass("unnamed");

  private final Label label = new Label();
  private final TextField field = new TextField();
  private final Consumer<String> keep;
  private final ReadOnlyBooleanWrapper editing = new ReadOnlyBooleanWrapper(this, "editing");
  private Runnable ended = () -> {};
  private String name = "";

  /// @param keep takes the new name
  public EditableName(Pos alignment, Consumer<String> keep) {
    this.keep = keep;
    getStyleClass().add("editable-name");
    setAlignment(alignment);
    label.setAlignment(alignment);
    label.setCursor(Cursor.TEXT);
    label.setMinWidth(0);
    label.setOnMouseClicked(this::clicked);
    field.setAlignment(alignment);
    field.setVisible(false);
    field.setManaged(false);
    field.setPromptText(text("name.prompt"));
    field.setAccessibleText(text("name.prompt"));
    field.setAccessibleRole(AccessibleRole.TEXT_FIELD);
    field.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    field.focusedProperty().subscribe(this::left);
    getChildren().addAll(label, field);
    show("");
  }

  /// Whether somebody is typing.
  public ReadOnlyBooleanProperty editingProperty() {
    return editing.getReadOnlyProperty();
  }

  /// What takes the focus when the typing is over.
  public void onEnded(Runnable next) {
    ended = next;
  }

  /// Shows a name, empty for none; what is being typed stays.
  public void show(String now) {
    name = now;
    label.setText(now.isEmpty() ? text("name.add") : now);
    label.setTooltip(now.isEmpty() ? null : new Tooltip(now));
    pseudoClassStateChanged(UNNAMED, now.isEmpty());
  }

  public void edit() {
    if (!editing.get()) {
      field.setText(name);
      editing(true);
      field.requestFocus();
      field.selectAll();
    }
  }

  /// Ends the typing, and nothing is kept.
  public void cancel() {
    if (editing.get()) {
      editing(false);
    }
  }

  private void editing(boolean now) {
    editing.set(now);
    field.setVisible(now);
    field.setManaged(now);
    label.setVisible(!now);
    label.setManaged(!now);
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
      event.consume();
      edit();
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      event.consume();
      end(true);
    } else if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      end(false);
    }
  }

  private void end(boolean keeps) {
    editing(false);
    ended.run();
    if (keeps) {
      keep.accept(field.getText());
    }
  }

  /// Clicking elsewhere keeps what was typed, as in a file manager.
  private void left(boolean focused) {
    if (!focused && editing.get()) {
      editing(false);
      keep.accept(field.getText());
    }
  }
}
