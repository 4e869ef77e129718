package app.likeness.storage.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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
final class OwnerOnly {
  private OwnerOnly() {}

  /// Creates a folder if there is none, and closes it to others where the file system can.
  static void folder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(Durable.parent(folder));
      Files.createDirectory(folder, attributes(folder, "rwx------"));
    }
    try {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    } catch (UnsupportedOperationException | FileSystemException _) {
      // A drive without owners: whoever holds it can read it.
    }
  }

  /// Writes a whole small file, or leaves what was there.
  static void write(Path file, byte[] content) throws IOException {
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
  static boolean holds(Path file) throws IOException {
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
    return Files.getFileStore(Durable.parent(path)).supportsFileAttributeView("posix");
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
