package app.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Starts the window as a user does, with JavaFX as modules, which no test inside this process can.
@Tag("display")
class LaunchTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path temp;

  @Test
  void theWindowOpensItsGalleryAndFindsItsTheme() throws Exception {
    Path complaints = temp.resolve("complaints");
    Path gallery = temp.resolve("gallery");
    Process window = window(gallery, complaints);
    try {
      // Long after the first window, which shows before the store is opened.
      Path served = gallery.resolve("objects").resolve("endpoint");
      Instant end = Instant.now().plus(PATIENCE);
      while (!Files.exists(served) && window.isAlive() && Instant.now().isBefore(end)) {
        window.waitFor(100, TimeUnit.MILLISECONDS);
      }
      assertThat(served).exists();
      assertThat(window.isAlive()).isTrue();
    } finally {
      window.destroy();
      window.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
    // What else it says may be of its being ended in the midst of opening.
    assertThat(complaints).content().doesNotContain("CssStyleHelper", "WARNING: A ");
  }

  private static Process window(Path gallery, Path complaints) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path=target/app/mods",
                "--add-modules=javafx.controls",
                "--enable-native-access=javafx.graphics,ALL-UNNAMED",
                "-classpath",
                "target/classes" + File.pathSeparator + "target/app/libs/*",
                "app.likeness.Main",
                "--gallery",
                gallery.toString()))
        .redirectError(complaints.toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
