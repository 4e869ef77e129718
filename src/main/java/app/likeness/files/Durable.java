package app.likeness.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/// Returns when a file's bytes or a folder's entries would survive a power cut.
public final class Durable {
  private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

  private Durable() {}

  public static void file(Path file) throws IOException {
    force(file, StandardOpenOption.WRITE);
  }

  /// Makes durable which names were added to or removed from a folder last.
  public static void folder(Path folder) throws IOException {
    // Windows opens no folders, and journals their entries itself.
    if (!WINDOWS) {
      force(folder, StandardOpenOption.READ);
    }
  }

  /// Makes a folder, and those it is in, durably where there is none.
  public static void create(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      create(parent(folder));
      try {
        Files.createDirectory(folder);
      } catch (FileAlreadyExistsException _) {
        if (!Files.isDirectory(folder)) {
          throw new NotDirectoryException(folder.toString());
        }
      }
      folder(parent(folder));
    }
  }

  /// The folder that a path's name stands in.
  public static Path parent(Path path) {
    return Objects.requireNonNull(path.toAbsolutePath().getParent());
  }

  private static void force(Path path, StandardOpenOption open) throws IOException {
    try (FileChannel channel = FileChannel.open(path, open)) {
      channel.force(true);
    }
  }
}
