package app.likeness.storage.embedded;

import app.likeness.files.Durable;
import app.likeness.files.OwnerOnly;
import app.likeness.model.GalleryException;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The objects of a bucket as files: whole and durable as soon as they can be seen, else absent.
///
/// An object is written in `incoming/`, forced to the disk and only then moved to its place, so a
/// crash leaves nothing but leftovers there, which the next start sweeps.
final class ObjectFiles {
  static final String BUCKET = "likeness";

  private static final String INCOMING = "incoming";
  private static final int LONGEST_KEY = 200;
  private static final Pattern KEY =
      Pattern.compile("[0-9A-Za-z_-][0-9A-Za-z._-]*(/[0-9A-Za-z_-][0-9A-Za-z._-]*)*");
  private static final int CHUNK = 128 * 1024;

  private final Path bucket;
  private final Path incoming;

  /// Files that are being written, and the keys they are to have.
  private final Map<Path, String> coming = new ConcurrentHashMap<>();

  /// Keys with a ticket that is neither spent nor taken back.
  private final Set<String> expected = ConcurrentHashMap.newKeySet();

  ObjectFiles(Path root) {
    this.bucket = root.toAbsolutePath().resolve(BUCKET);
    this.incoming = root.toAbsolutePath().resolve(INCOMING);
  }

  /// Makes the folders and removes what a crash left behind; only for the process that writes.
  void prepare() throws IOException {
    OwnerOnly.closed(bucket);
    OwnerOnly.closed(incoming);
    sweep(incoming, "*");
    sweep(Durable.parent(bucket), "{keys,endpoint}-*"); // half-written ones
  }

  private static void sweep(Path folder, String names) throws IOException {
    try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, names)) {
      for (Path leftover : leftovers) {
        Files.delete(leftover);
      }
    }
  }

  /// @throws GalleryException.Unsupported if the key is none of ours
  Path path(String key) {
    if (key.length() > LONGEST_KEY || !KEY.matcher(key).matches()) {
      throw new GalleryException.Unsupported(
          "No object can have this name: " + key.substring(0, Math.min(key.length(), 80)), null);
    }
    return bucket.resolve(key);
  }

  /// Lets one object be stored by ticket, until it is there or deleted.
  void expect(String key) {
    path(key);
    expected.add(key);
  }

  /// Stores an object durably.
  ///
  /// @param bytes its exact length
  /// @param replace whether one that is there already may be replaced; if not, it must be expected
  /// @throws FileAlreadyExistsException if it may not
  /// @throws RevokedException if it is not expected, or deleted while it comes
  /// @throws NoRoomException if the disk is full
  void store(String key, InputStream content, long bytes, boolean replace) throws IOException {
    Path place = path(key);
    Path fresh = begin(key, place, replace);
    try {
      fill(fresh, content, bytes);
      publish(fresh, place, replace);
    } catch (FileAlreadyExistsException | RevokedException e) {
      throw e;
    } catch (IOException e) {
      throw NoRoomException.full(e, incoming) ? new NoRoomException(e) : e;
    } finally {
      coming.remove(fresh);
      Files.deleteIfExists(fresh);
    }
    Durable.folder(Durable.parent(place));
  }

  // A delete comes before this, and revokes the ticket, or after, and finds the file that comes.
  private synchronized Path begin(String key, Path place, boolean replace) throws IOException {
    if (!replace && Files.exists(place)) {
      throw new FileAlreadyExistsException(key);
    }
    if (!replace && !expected.contains(key)) {
      throw new RevokedException();
    }
    Path fresh = incoming.resolve(UUID.randomUUID().toString());
    coming.put(fresh, key);
    return fresh;
  }

  InputStream open(String key) throws IOException {
    return Files.newInputStream(path(key));
  }

  /// Its length in bytes, empty when there is none.
  Optional<Long> size(String key) throws IOException {
    try {
      BasicFileAttributes object = Files.readAttributes(path(key), BasicFileAttributes.class);
      return Optional.of(object.size()).filter(_ -> object.isRegularFile());
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  /// Tells the keys of all objects in a folder and below it.
  void keys(String folder, Consumer<String> each) throws IOException {
    Path start = bucket.resolve(folder);
    if (Files.isDirectory(start)) {
      try (Stream<Path> files = Files.walk(start)) {
        files
            .filter(Files::isRegularFile)
            .map(file -> bucket.relativize(file).toString().replace(File.separatorChar, '/'))
            .forEach(each);
      }
    }
  }

  /// Forces an object to the disk, with the names of all folders that lead to it.
  void sync(String key) throws IOException {
    Path path = path(key);
    Durable.file(path);
    while (!path.equals(bucket)) {
      path = Durable.parent(path);
      Durable.folder(path);
    }
  }

  /// Removes an object, what is still coming under its key, and the folders that are empty then;
  /// revokes its tickets.
  void delete(String key) throws IOException {
    Path path = path(key);
    remove(key, path);
    Path folder = Durable.parent(path);
    while (!folder.equals(bucket) && removed(folder)) {
      folder = Durable.parent(folder);
    }
    try {
      Durable.folder(folder);
    } catch (NoSuchFileException _) {
      // Another delete has removed it since.
    }
  }

  /// A transfer that nobody waits for any more has nothing to publish then.
  private synchronized void remove(String key, Path path) throws IOException {
    expected.remove(key);
    for (Path fresh : List.copyOf(coming.keySet())) {
      if (coming.remove(fresh, key)) {
        Files.deleteIfExists(fresh);
      }
    }
    Files.deleteIfExists(path);
  }

  private static boolean removed(Path folder) throws IOException {
    // Asking first spares most deletes a refused one.
    try (Stream<Path> entries = Files.list(folder)) {
      if (entries.findAny().isPresent()) {
        return false;
      }
      Files.deleteIfExists(folder);
      return true;
    } catch (NoSuchFileException _) {
      return true;
    } catch (DirectoryNotEmptyException _) {
      return false;
    }
  }

  private static void fill(Path fresh, InputStream content, long bytes) throws IOException {
    byte[] chunk = new byte[CHUNK];
    try (FileChannel out =
        FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      long got = 0;
      for (int n = content.read(chunk); n >= 0; n = content.read(chunk)) {
        for (ByteBuffer rest = ByteBuffer.wrap(chunk, 0, n); rest.hasRemaining(); ) {
          out.write(rest);
        }
        got += n;
      }
      if (got != bytes) {
        throw new EOFException("An object of " + bytes + " bytes came with " + got);
      }
      out.force(true);
    }
  }

  // One writing process, so one lock makes "absent" and "mine" the same moment, on any file system.
  private synchronized void publish(Path fresh, Path place, boolean replace) throws IOException {
    String key = coming.get(fresh);
    if (key == null) {
      throw new RevokedException();
    }
    if (!replace && Files.exists(place)) {
      throw new FileAlreadyExistsException(place.getFileName().toString());
    }
    while (true) {
      try {
        Durable.create(Durable.parent(place));
        Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
        expected.remove(key);
        return;
      } catch (NoSuchFileException e) {
        // A delete took the empty folder away in between.
        if (!Files.exists(fresh)) {
          throw e;
        }
      }
    }
  }
}
