package app.likeness.catalog.sqlite;

import app.likeness.files.Durable;
import app.likeness.files.OwnerOnly;
import app.likeness.model.GalleryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whole copies of a database in `backups/` beside it, made before it is migrated; few are kept.
record Backups(Path folder, String name) {
  private static final int KEPT = 2;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  /// The backups of a database file, which has a parent.
  static Backups of(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return new Backups(
        file.resolveSibling("backups"), dot > 0 ? name.substring(0, dot) : name);
  }

  /// Copies the database, durably, and forgets the oldest copies.
  ///
  /// @param version of the schema that it has now
  void make(Session session, int version) {
    try {
      OwnerOnly.folder(folder);
      String date = DATE.format(Instant.now());
      Path copy = folder.resolve(name + "-v" + version + "-" + date + ".sqlite");
      OwnerOnly.file(copy); // SQLite fills an empty file and leaves its permissions
      session.run("VACUUM INTO ?", copy.toString());
      Durable.file(copy);
      for (Path old : newestFirst().stream().skip(KEPT).toList()) {
        Files.delete(old);
      }
    } catch (IOException e) {
      throw new GalleryException.Unavailable(
          "No backup could be written to " + folder + ": free some space and check who may use it.",
          e);
    }
  }

  Optional<Path> newest() {
    try {
      return newestFirst().stream().findFirst();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private List<Path> newestFirst() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).matches(name + "-v\\d+-[\\d-]+\\.sqlite"))
          .sorted(Comparator.comparing(Backups::date).reversed())
          .toList();
    }
  }

  private static String date(Path copy) {
    return String.valueOf(copy.getFileName()).replaceFirst(".*-v\\d+-", "");
  }
}
