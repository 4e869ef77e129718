package app.likeness.ui.controls;

import static app.likeness.ui.Strings.text;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks, inside the window, before something that cannot be undone; the harmless answer is at hand.
public final class Question extends StackPane {
  private final StackPane host;
  private final @Nullable Node before;
  private final Button no = new Button(text("question.cancel"));
  private final Button yes;

  private Question(StackPane host, String question, String hint, String verb, Runnable then) {
    this.host = host;
    before = host.getScene().getFocusOwner();
    yes = new Button(verb);
    getStyleClass().add("question");
    Label head = new Label(question);
    head.getStyleClass().add("title");
    head.setWrapText(true);
    Label rest = new Label(hint);
    rest.getStyleClass().add("text-muted");
    rest.setWrapText(true);
    yes.getStyleClass().add("danger");
    yes.setOnAction(
        _ -> {
          close();
          then.run();
        });
    no.setOnAction(_ -> close());
    HBox answers = new HBox(no, yes);
    answers.getStyleClass().add("answers");
    answers.setAlignment(Pos.CENTER_RIGHT);
    VBox card = new VBox(head, rest, answers);
    card.getStyleClass().add("card");
    card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    card.setAccessibleRole(AccessibleRole.DIALOG);
    card.setAccessibleText(question + " " + hint);
    getChildren().add(card);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> pressed(event, card));
  }

  /// Asks over everything that is in `host`.
  ///
  /// @param hint what it does and what not
  /// @param verb what the dangerous button says
  /// @param then what that button does
  public static void ask(
      StackPane host, String question, String hint, String verb, Runnable then) {
    Question asked = new Question(host, question, hint, verb, then);
    host.getChildren().add(asked);
    asked.no.requestFocus();
  }

  private void close() {
    host.getChildren().remove(this);
    if (before != null) {
      before.requestFocus();
    }
  }

  /// The focus goes between the two answers and nowhere else.
  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case ESCAPE -> {
        event.consume();
        close();
      }
      case TAB, LEFT, RIGHT, UP, DOWN -> {
        event.consume();
        (no.isFocused() ? yes : no).requestFocus();
      }
      default -> {}
    }
  }

  private void pressed(MouseEvent event, Node card) {
    event.consume();
    if (!card.getBoundsInParent().contains(event.getX(), event.getY())) {
      close();
    }
  }
}
