package app.likeness.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The keys on the disk, which are for the owner alone.
class AccessKeysTest {
  @TempDir Path temp;

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void keysAreForTheOwnerAlone() throws Exception {
    Path folder = temp.resolve("objects");
    EmbeddedObjectStore.open(folder).close();
    assertThat(permissions(folder.resolve("keys"))).isEqualTo("rw-------");
    assertThat(permissions(folder)).isEqualTo("rwx------");
    assertThat(permissions(folder.resolve("likeness"))).isEqualTo("rwx------");
  }

  @Test
  void keysAreMadeOnce() throws Exception {
    EmbeddedObjectStore.open(temp).close();
    String first = Files.readString(temp.resolve("keys"));
    EmbeddedObjectStore.open(temp).close();
    assertThat(Files.readString(temp.resolve("keys"))).isEqualTo(first);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void keysThatOthersCouldReadAreReplaced() throws Exception {
    EmbeddedObjectStore.open(temp).close();
    String first = Files.readString(temp.resolve("keys"));
    Files.setPosixFilePermissions(
        temp.resolve("keys"), PosixFilePermissions.fromString("rw-r--r--"));
    EmbeddedObjectStore.open(temp).close();
    assertThat(Files.readString(temp.resolve("keys"))).isNotEqualTo(first);
    assertThat(permissions(temp.resolve("keys"))).isEqualTo("rw-------");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
