package app.likeness.storage.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/// The disk, or the owner's share of it, is full.
final class NoRoomException extends IOException {
  private static final long serialVersionUID = 1L;
  private static final long NEARLY_FULL = 1L << 20;

  NoRoomException(IOException cause) {
    super("There is no room left on the disk that keeps the photos", cause);
  }

  /// Whether that is why something failed in a folder.
  ///
  /// Java gives a full disk no type of its own, and its message is in the system's language.
  static boolean full(IOException e, Path folder) throws IOException {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return Stream.of("no space", "not enough space", "quota", "file too large")
            .anyMatch(message::contains)
        || Files.getFileStore(folder).getUsableSpace() < NEARLY_FULL;
  }
}
