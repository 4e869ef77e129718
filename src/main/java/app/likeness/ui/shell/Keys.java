package app.likeness.ui.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The window's shortcuts; whatever has the focus takes its keys first.
final class Keys {
  private static final KeyCombination.Modifier CTRL = KeyCombination.SHORTCUT_DOWN;

  private final Map<KeyCombination, Runnable> verbs = new LinkedHashMap<>();

  /// Ctrl, or Cmd on a Mac, and a key.
  Keys ctrl(KeyCode key, Runnable verb) {
    verbs.put(new KeyCodeCombination(key, CTRL), verb);
    return this;
  }

  Keys ctrlShift(KeyCode key, Runnable verb) {
    verbs.put(new KeyCodeCombination(key, CTRL, KeyCombination.SHIFT_DOWN), verb);
    return this;
  }

  Keys alt(KeyCode key, Runnable verb) {
    verbs.put(new KeyCodeCombination(key, KeyCombination.ALT_DOWN), verb);
    return this;
  }

  Keys plain(KeyCode key, Runnable verb) {
    verbs.put(new KeyCodeCombination(key), verb);
    return this;
  }

  void listen(Node whole) {
    whole.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    boolean typing = event.getTarget() instanceof TextInputControl && !event.isShortcutDown();
    if (typing && event.getCode() != KeyCode.ESCAPE && !event.getCode().isFunctionKey()) {
      return;
    }
    for (Map.Entry<KeyCombination, Runnable> each : verbs.entrySet()) {
      if (each.getKey().match(event)) {
        event.consume();
        each.getValue().run();
        return;
      }
    }
  }
}
