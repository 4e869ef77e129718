package app.likeness.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The dialogs of the operating system; they block, on the UI thread, until the user has chosen.
public interface Choosers {
  /// Photos to add; empty when the user thought better of it.
  List<Path> photos();

  /// A folder with photos to add.
  Optional<Path> folder();

  /// A folder to write copies of photos into.
  Optional<Path> destination();
}
