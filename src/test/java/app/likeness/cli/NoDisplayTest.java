package app.likeness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.testing.Child;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class NoDisplayTest {
  @Test
  @EnabledOnOs(OS.LINUX)
  void theWindowSaysInOneSentenceWhatCanBeDoneWithoutIt(@TempDir Path gallery) {
    Child.Start bare = new Child.Start().before("env", "-u", "DISPLAY", "-u", "WAYLAND_DISPLAY");

    Child.End end = Child.run(bare, "--gallery", gallery.toString());

    assertThat(end.exit()).isEqualTo(1);
    assertThat(end.err().lines().filter(line -> line.startsWith("There is no display")))
        .singleElement()
        .asString()
        .contains("import", "people", "photos", "rescan", "serve", "likeness help");
  }
}
