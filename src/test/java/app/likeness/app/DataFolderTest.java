package app.likeness.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataFolderTest {
  private static final Path HOME = Path.of("/home/ana").toAbsolutePath();

  private static DataFolder on(String system, Map<String, String> environment) {
    return new DataFolder(system, HOME, environment);
  }

  @Test
  void linuxFollowsXdg() {
    String data = Path.of("/data").toAbsolutePath().toString();
    assertThat(on("Linux", Map.of("XDG_DATA_HOME", data)).gallery())
        .isEqualTo(Path.of(data, "likeness", "gallery"));
    assertThat(on("Linux", Map.of()).gallery())
        .isEqualTo(HOME.resolve(".local/share/likeness/gallery"));
    assertThat(on("Linux", Map.of()).cache()).isEqualTo(HOME.resolve(".cache/likeness"));
  }

  @Test
  void relativeXdgPathsAreIgnoredAsTheSpecificationAsks() {
    assertThat(on("Linux", Map.of("XDG_DATA_HOME", "data")).gallery())
        .isEqualTo(HOME.resolve(".local/share/likeness/gallery"));
  }

  @Test
  void macOsUsesApplicationSupport() {
    assertThat(on("Mac OS X", Map.of("XDG_DATA_HOME", "/data")).gallery())
        .isEqualTo(HOME.resolve("Library/Application Support/Likeness/gallery"));
  }

  @Test
  void windowsUsesLocalAppData() {
    String local = Path.of("/local").toAbsolutePath().toString();
    assertThat(on("Windows 11", Map.of("LOCALAPPDATA", local)).gallery())
        .isEqualTo(Path.of(local, "Likeness", "gallery"));
  }
}
