package app.likeness.ui.controls;

import atlantafx.base.controls.CustomTextField;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// Narrows a page while somebody types; Esc empties it.
public final class SearchField extends CustomTextField {
  /// Long enough to take a quick word as one search, too short to be waited for.
  private static final Duration PAUSE = Duration.millis(150);

  private final PauseTransition pause = new PauseTransition(PAUSE);
  private Consumer<String> search = _ -> {};

  public SearchField(String prompt) {
    getStyleClass().add("search");
    setPromptText(prompt);
    setAccessibleText(prompt);
    setLeft(new FontIcon(MaterialDesignM.MAGNIFY));
    setPrefWidth(240);
    setMinWidth(120);
    textProperty().subscribe((_, _) -> pause.playFromStart());
    pause.setOnFinished(_ -> search.accept(getText()));
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /// What to do with what was typed, shortly afterwards.
  public void onSearch(Consumer<String> then) {
    search = then;
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
      event.consume();
      clear();
    }
  }
}
