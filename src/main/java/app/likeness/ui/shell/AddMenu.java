package app.likeness.ui.shell;

import static app.likeness.ui.Strings.text;

import app.likeness.ui.Choosers;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The ways to add photos other than dropping them.
final class AddMenu extends MenuButton {
  private final Choosers choosers;
  private final Consumer<List<Path>> add;

  AddMenu(Choosers choosers, Consumer<List<Path>> add) {
    super(text("add"), new FontIcon(MaterialDesignP.PLUS));
    this.choosers = choosers;
    this.add = add;
    getStyleClass().addAll("accent", "add-menu");
    setMaxWidth(Double.MAX_VALUE);
    getItems()
        .addAll(
            item("add.photos", KeyCode.O, false, this::photos),
            item("add.folder", KeyCode.O, true, this::folder),
            item("add.paste", KeyCode.V, false, this::paste));
  }

  /// Only tells of its shortcut: the window listens for it itself, so that it works everywhere.
  private static MenuItem item(String key, KeyCode code, boolean shift, Runnable verb) {
    MenuItem item = new MenuItem(text(key));
    KeyCombination.Modifier ctrl = KeyCombination.SHORTCUT_DOWN;
    item.setAccelerator(
        shift
            ? new KeyCodeCombination(code, ctrl, KeyCombination.SHIFT_DOWN)
            : new KeyCodeCombination(code, ctrl));
    item.setOnAction(_ -> verb.run());
    return item;
  }

  void photos() {
    add.accept(choosers.photos());
  }

  void folder() {
    choosers.folder().ifPresent(folder -> add.accept(List.of(folder)));
  }

  /// Adds the files on the clipboard, if there are any.
  void paste() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (clipboard.hasFiles()) {
      add.accept(clipboard.getFiles().stream().map(File::toPath).toList());
    }
  }
}
