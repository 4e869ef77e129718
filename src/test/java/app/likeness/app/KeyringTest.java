package app.likeness.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.likeness.model.GalleryException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tokens in a keyring, by a program that keeps what it is told as `secret-tool` does, and in files.
class KeyringTest {
  private static final String SERVER = "https://photos.example";
  private static final String TOOL =
      """
      #!/bin/sh
      for last; do :; done
      place="$(dirname "$0")/$(printf %s "$last" | tr -c a-z _)"
      printf '%s ' "$@" >> "$(dirname "$0")/commands"
      if [ "$1" = store ]; then cat > "$place"; else cat "$place"; fi
      """;

  @TempDir Path temp;

  private SecretFiles files() {
    return new SecretFiles(temp.resolve("tokens"));
  }

  private Keyring keyring(String program) {
    return new Keyring(Keyring.Tool.secretTool(temp.resolve(program).toString()), files());
  }

  private void posix() {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
  }

  @Test
  void aTokenIsKeptByTheSystemsToolAndNowhereElse() throws Exception {
    posix();
    Path tool = Files.writeString(temp.resolve("tool"), TOOL);
    Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
    keyring("tool").keep(SERVER, "likeness_first");
    keyring("tool").keep(SERVER, "likeness_second");
    assertThat(keyring("tool").find(SERVER)).contains("likeness_second");
    assertThat(keyring("tool").find("https://other.example")).isEmpty();
    assertThat(temp.resolve("tokens")).doesNotExist();
    assertThat(Files.readString(temp.resolve("commands"))).doesNotContain("likeness_");
  }

  @Test
  void withoutAKeyringItIsInAFileThatOnlyItsOwnerReads() throws Exception {
    posix();
    keyring("none").keep(SERVER, "likeness_x");
    assertThat(keyring("none").find(SERVER)).contains("likeness_x");
    try (Stream<Path> kept = Files.list(temp.resolve("tokens"))) {
      Path file = kept.findFirst().orElseThrow();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }
    assertThatThrownBy(() -> keyring("none").find(SERVER))
        .isInstanceOf(GalleryException.Denied.class)
        .hasMessageContaining("Others can read");
  }
}
