package app.likeness.ui.shell;

import static app.likeness.ui.Strings.text;

import app.likeness.model.PictureType;
import app.likeness.ui.Choosers;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// The operating system's own dialogs.
final class SystemChoosers implements Choosers {
  private static final List<String> OTHER_ENDINGS = List.of("jpeg", "jpe", "tiff", "heif");

  private final Window owner;

  SystemChoosers(Window owner) {
    this.owner = owner;
  }

  @Override
  public List<Path> photos() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(text("choose.photos"));
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(text("choose.type.photos"), endings()),
            new FileChooser.ExtensionFilter(text("choose.type.all"), "*"));
    List<File> chosen = chooser.showOpenMultipleDialog(owner);
    return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
  }

  private static List<String> endings() {
    return Stream.concat(Stream.of(PictureType.values()).map(PictureType::ending), OTHER_ENDINGS.stream())
        .flatMap(ending -> Stream.of("*." + ending, "*." + ending.toUpperCase(Locale.ROOT)))
        .toList();
  }

  @Override
  public Optional<Path> folder() {
    return folder(text("choose.folder"));
  }

  @Override
  public Optional<Path> destination() {
    return folder(text("choose.destination"));
  }

  private Optional<Path> folder(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
  }
}
