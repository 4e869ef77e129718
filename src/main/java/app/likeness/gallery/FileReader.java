package app.likeness.gallery;

import app.likeness.model.GalleryException;
import app.likeness.model.GalleryException.Unavailable;
import app.likeness.model.GalleryException.Unsupported;
import app.likeness.model.PictureType;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.Semaphore;

/// Reads files to be imported into memory, never more at once than fits, and tells what is wrong.
public final class FileReader {
  private static final int MEGABYTE = 1 << 20;

  private final Path folder;
  private final Room room;
  private final int budget;
  private final Semaphore memory;

  /// @param folder where the gallery lies; its disk needs room for a copy
  public FileReader(Path folder) {
    this(folder, Room.of(folder));
  }

  private FileReader(Path folder, Room room) {
    this.folder = folder;
    this.room = room;
    budget = (int) Math.min(1024, Runtime.getRuntime().maxMemory() / 4 / MEGABYTE);
    memory = new Semaphore(budget, true);
  }

  /// Reads files for a gallery that lies elsewhere and looks after its room itself.
  ///
  /// @param folder that is not to be walked, since it is ours
  public static FileReader elsewhere(Path folder) {
    return new FileReader(folder, new Room(() -> Long.MAX_VALUE));
  }

  Path galleryFolder() {
    return folder;
  }

  Room room() {
    return room;
  }

  /// A file in memory; closing it lets others have its room.
  @SuppressWarnings("ArrayRecordComponent") // carried from reader to decoder, never compared
  record Content(
      Path file, byte[] data, Checksums sums, LocalDateTime modifiedAt, Runnable closing)
      implements AutoCloseable {
    NewPhoto toNew(PictureType type) {
      return new NewPhoto(
          FileNames.name(file), type, data.length, sums.sha256(), modifiedAt);
    }

    @Override
    public void close() {
      closing.run();
    }
  }

  /// @throws GalleryException with a reason fit to be shown
  Content read(Path file) throws InterruptedException {
    BasicFileAttributes before = attributes(file);
    int megabytes = (int) Math.min(Integer.MAX_VALUE, before.size() / MEGABYTE + 1);
    if (megabytes > budget) {
      throw new Unsupported(
          "The file has %d MB, and %d MB are the most that can be read; add a smaller copy."
              .formatted(megabytes, budget),
          null);
    }
    room.check(before.size());
    memory.acquire(megabytes);
    boolean read = false;
    try {
      byte[] data = bytes(file);
      if (data.length != before.size()
          || !attributes(file).lastModifiedTime().equals(before.lastModifiedTime())) {
        throw new Unavailable(
            "The file was changing while it was read; retry when it is finished.", null);
      }
      LocalDateTime modified = date(before.lastModifiedTime());
      Content content =
          new Content(file, data, Checksums.of(data), modified, () -> memory.release(megabytes));
      read = true;
      return content;
    } finally {
      if (!read) {
        memory.release(megabytes);
      }
    }
  }

  private BasicFileAttributes attributes(Path file) {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      if (found.isDirectory() && !Files.isReadable(file)) {
        throw new AccessDeniedException(file.toString());
      }
      if (!found.isRegularFile()) {
        throw new Unsupported(
            found.isDirectory()
                ? "This is a folder; add the pictures in it."
                : "This is a device or a pipe, not a file; add picture files.",
            null);
      }
      if (found.size() == 0) {
        throw new Unsupported("The file is empty; copy it from where it came from again.", null);
      }
      return found;
    } catch (IOException e) {
      throw told(e);
    }
  }

  /// File systems keep years that no calendar has.
  private static LocalDateTime date(FileTime time) {
    LocalDateTime date = LocalDateTime.ofInstant(time.toInstant(), ZoneId.systemDefault());
    return date.getYear() >= 1 && date.getYear() <= 9999 ? date : LocalDateTime.now(ZoneId.systemDefault());
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw told(e);
    }
  }

  private static GalleryException told(IOException e) {
    return switch (e) {
      case NoSuchFileException _ ->
          new Unavailable("There is no such file, or no longer; add it again from where it is now.", e);
      case AccessDeniedException _ ->
          new GalleryException.Denied(
              "You have no permission to read it; change its permissions and retry.", e);
      default ->
          new Unavailable("It could not be read from the disk; check the disk and retry.", e);
    };
  }
}
