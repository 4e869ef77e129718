package app.likeness.gallery;

import app.likeness.model.GalleryException.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// The room on the gallery's disk, of which a reserve is never used up.
final class Room {
  private static final long MEGABYTE = 1 << 20;
  private static final double GIGABYTE = 1 << 30;
  private static final long RESERVE = 256 * MEGABYTE;

  private final Disk disk;

  /// How many bytes a disk can still take.
  interface Disk {
    long usable() throws IOException;
  }

  Room(Disk disk) {
    this.disk = disk;
  }

  /// The room on the disk that holds a folder.
  static Room of(Path folder) {
    return new Room(() -> Files.getFileStore(folder).getUsableSpace());
  }

  /// Bytes that may be used.
  long free() {
    return Math.max(0, usable() - RESERVE);
  }

  /// @throws Unavailable when a file of so many bytes does not fit
  void check(long bytes) {
    long usable = usable();
    if (usable < bytes + RESERVE) {
      throw new Unavailable(
          "The disk of the gallery has only %d MB left; free some space and retry."
              .formatted(usable / MEGABYTE),
          null);
    }
  }

  private long usable() {
    try {
      return disk.usable();
    } catch (IOException e) {
      throw new Unavailable("The gallery's folder cannot be reached; check its disk and retry.", e);
    }
  }

  /// Such as "340 MB" or "12.5 GB".
  static String text(long bytes) {
    return bytes < GIGABYTE
        ? bytes / MEGABYTE + " MB"
        : String.format(Locale.ROOT, "%.1f GB", bytes / GIGABYTE);
  }
}
