package app.likeness.testing;

import app.likeness.ui.Choosers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A user who thinks better of it each time: where there is no display, there are no dialogs.
public final class NoChoosers implements Choosers {
  @Override
  public List<Path> photos() {
    return List.of();
  }

  @Override
  public Optional<Path> folder() {
    return Optional.empty();
  }

  @Override
  public Optional<Path> destination() {
    return Optional.empty();
  }
}
