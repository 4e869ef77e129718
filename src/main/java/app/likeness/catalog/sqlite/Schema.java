package app.likeness.catalog.sqlite;

import app.likeness.model.GalleryException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The tables of a database, as numbered scripts that each bring it from one version to the next.
///
/// @param name of the scripts, `<name>-V1.sql` and so on beside this class
/// @param version that the last script leads to
record Schema(String name, int version) {
  static final Schema CATALOG = new Schema("catalog", 3);
  static final Schema IMPORTS = new Schema("imports", 1);
  static final Schema TOKENS = new Schema("tokens", 1);

  /// Brings a database up to this version, each step whole or not at all; a backup comes first.
  void migrate(Session session, Path file) {
    int found = found(session, file);
    if (found == version) {
      return;
    }
    if (session.exists("SELECT 1 FROM sqlite_schema")) {
      Backups.of(file).make(session, found);
    }
    for (int next = found + 1; next <= version; next++) {
      session.begin("IMMEDIATE");
      try {
        session.script(script(next));
        session.script("PRAGMA user_version=" + next);
        session.commit();
      } catch (RuntimeException e) {
        session.rollback();
        throw e;
      }
    }
  }

  /// Refuses a database that is not of this very version, since it may not be changed now.
  void check(Session session, Path file) {
    int found = found(session, file);
    if (found < version) {
      throw new GalleryException.Conflict(
          "The file " + file + " is of an older version: open the gallery in the window once.");
    }
  }

  private int found(Session session, Path file) {
    int found = (int) session.number("PRAGMA user_version");
    if (found > version) {
      throw new GalleryException.Unsupported(
          "The file %s was written by a newer Likeness (version %d, this one knows %d): update Likeness."
              .formatted(file, found, version),
          null);
    }
    return found;
  }

  private String script(int step) {
    String resource = name + "-V" + step + ".sql";
    try (InputStream in = Schema.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("There is no " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
