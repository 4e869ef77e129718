package app.likeness.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Files and folders that nobody but their owner may read, from the moment they exist.
public final class OwnerOnly {
  private OwnerOnly() {}

  /// Makes a folder and its parents, unless it is there.
  public static void folder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, attributes(folder, "rwx------"));
    }
  }

  /// Makes a folder unless it is there, and closes it to others all the same where the file system
  /// can.
  public static void closed(Path folder) throws IOException {
    folder(folder);
    try {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    } catch (UnsupportedOperationException | FileSystemException _) {
      // A drive without owners: whoever holds it can read it.
    }
  }

  /// Makes an empty file unless there is one.
  public static void file(Path file) throws IOException {
    try {
      Files.createFile(file, attributes(file, "rw-------"));
    } catch (FileAlreadyExistsException _) {
      // As it is.
    }
  }

  /// Writes a whole small file, or leaves what was there.
  public static void write(Path file, byte[] content) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Set<StandardOpenOption> open =
        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      try (FileChannel out = FileChannel.open(fresh, open, attributes(fresh, "rw-------"))) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          out.write(rest);
        }
        out.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      Durable.folder(Durable.parent(file));
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /// Whether nobody else may read it; a file system without owners counts as the owner's own.
  public static boolean holds(Path file) throws IOException {
    if (!posix(file)) {
      return true;
    }
    return PosixFilePermissions.fromString("rw-------")
        .containsAll(Files.getPosixFilePermissions(file));
  }

  private static FileAttribute<?>[] attributes(Path path, String posix) throws IOException {
    if (posix(path)) {
      Set<PosixFilePermission> permissions = PosixFilePermissions.fromString(posix);
      return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }
    if (path.getFileSystem().supportedFileAttributeViews().contains("acl")) {
      UserPrincipal owner =
          path.getFileSystem()
              .getUserPrincipalLookupService()
              .lookupPrincipalByName(System.getProperty("user.name"));
      return new FileAttribute<?>[] {new OwnerAcl(owner)};
    }
    return new FileAttribute<?>[0];
  }

  private static boolean posix(Path path) throws IOException {
    Path there = Durable.parent(path);
    while (!Files.exists(there)) {
      there = Durable.parent(there);
    }
    return Files.getFileStore(there).supportsFileAttributeView("posix");
  }

  /// An access list with one entry: the owner may do everything.
  private record OwnerAcl(UserPrincipal owner) implements FileAttribute<List<AclEntry>> {
    @Override
    public String name() {
      return "acl:acl";
    }

    @Override
    public List<AclEntry> value() {
      return List.of(
          AclEntry.newBuilder()
              .setType(AclEntryType.ALLOW)
              .setPrincipal(owner)
              .setPermissions(EnumSet.allOf(AclEntryPermission.class))
              .build());
    }
  }
}
