package app.likeness.catalog.sqlite;

import app.likeness.files.OwnerOnly;
import app.likeness.model.GalleryException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The right to write to a gallery's folder, which one process has at a time and loses when it ends,
/// however it ends.
public final class GalleryLock implements AutoCloseable {
  private static final String LOCK = "gallery.lock";
  private static final String HOLDER = "gallery.pid";

  private final FileChannel channel;
  private final Path holder;

  private GalleryLock(FileChannel channel, Path holder) {
    this.channel = channel;
    this.holder = holder;
  }

  /// Takes the right to write to a folder, which is made when there is none.
  ///
  /// @throws GalleryException.Conflict when this or another process has it
  public static GalleryLock take(Path folder) {
    // An interrupt would close the channel, and with it give the lock away.
    return Undisturbed.await("gallery-lock", () -> locked(folder));
  }

  private static GalleryLock locked(Path folder) {
    try {
      OwnerOnly.folder(folder);
      Path real = folder.toRealPath();
      synchronized (GalleryLock.class) {
        return locked(real.resolve(LOCK), real.resolve(HOLDER));
      }
    } catch (IOException e) {
      throw new GalleryException.Denied(
          "The folder " + folder + " cannot be used as a gallery: check who may write to it.", e);
    }
  }

  private static GalleryLock locked(Path lock, Path holder) throws IOException {
    String self = self();
    // Where locks are a process's, closing any other channel on the file would free ours: so it is
    // not opened while we have it.
    if (self.equals(read(holder))) {
      throw taken(lock, null);
    }
    OwnerOnly.file(lock);
    FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
    try {
      FileLock held = channel.tryLock();
      if (held == null) {
        throw taken(lock, read(holder));
      }
      OwnerOnly.file(holder);
      Files.writeString(holder, self);
      return new GalleryLock(channel, holder);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static GalleryException taken(Path lock, @Nullable String holder) {
    String who = holder == null ? "" : " (process " + holder.split(" ", 2)[0] + ")";
    return new GalleryException.Conflict(
        "The gallery in %s is open in another Likeness%s: close that one first."
            .formatted(lock.resolveSibling(""), who));
  }

  /// This process: a number alone may have been another's before.
  private static String self() {
    ProcessHandle self = ProcessHandle.current();
    return self.pid() + " " + self.info().startInstant().map(Object::toString).orElse("-");
  }

  private static @Nullable String read(Path holder) throws IOException {
    return Files.exists(holder) ? Files.readString(holder).strip() : null;
  }

  /// Gives the right back.
  @Override
  public void close() {
    try {
      Files.deleteIfExists(holder);
      channel.close();
    } catch (IOException e) {
      throw new GalleryException.Unavailable(
          "The lock beside " + holder + " could not be given back: end Likeness to free it.", e);
    }
  }
}
