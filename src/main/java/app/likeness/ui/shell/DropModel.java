package app.likeness.ui.shell;

import app.likeness.ui.Background;
import app.likeness.ui.Job;
import app.likeness.ui.imports.ImportsModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What hangs over the window while somebody drags files, until it is durable in the queue.
final class DropModel {
  /// @param folders how many of them are folders, -1 until looked up
  /// @param taken whether they were let go here and are being noted
  record Drop(List<Path> items, int folders, boolean taken) {
    int files() {
      return items.size() - Math.max(0, folders);
    }
  }

  private final ReadOnlyObjectWrapper<@Nullable Drop> drop =
      new ReadOnlyObjectWrapper<>(this, "drop");
  private final ImportsModel imports;
  private final Background background;
  private @Nullable Job<Integer> counting;

  DropModel(ImportsModel imports, Background background) {
    this.imports = imports;
    this.background = background;
  }

  ReadOnlyObjectProperty<@Nullable Drop> dropProperty() {
    return drop.getReadOnlyProperty();
  }

  /// Files hover over the window.
  void over(List<Path> items) {
    Drop now = drop.get();
    if (now != null && (now.taken() || now.items().equals(items))) {
      return;
    }
    stopCounting();
    drop.set(new Drop(items, -1, false));
    counting =
        background.job(() -> folders(items)).then(folders -> counted(items, folders)).start();
  }

  private void counted(List<Path> items, int folders) {
    Drop now = drop.get();
    if (now != null && now.items().equals(items)) {
      drop.set(new Drop(items, folders, now.taken()));
    }
  }

  /// They were dragged on.
  void left() {
    Drop now = drop.get();
    if (now != null && !now.taken()) {
      stopCounting();
      drop.set(null);
    }
  }

  /// They were let go here, or chosen or pasted.
  void add(List<Path> items) {
    if (!items.isEmpty()) {
      Drop now = drop.get();
      drop.set(new Drop(items, now == null ? -1 : now.folders(), true));
      imports.add(items, () -> drop.set(null));
    }
  }

  private void stopCounting() {
    if (counting != null) {
      counting.cancel();
    }
  }

  private static int folders(List<Path> items) {
    return Math.toIntExact(items.stream().filter(Files::isDirectory).count());
  }
}
