package app.likeness.catalog.sqlite;

import app.likeness.model.GalleryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Tells in one sentence what a failure of SQLite means for the one file, and what to do about it.
final class Failures {
  /// Less room than this, and a write that fails has most likely failed for want of it.
  private static final long SCARCE_BYTES = 1 << 20;
  /// The low byte of a code says what happened, the rest says where.
  private static final int PRIMARY = 0xff;

  private final Path file;

  Failures(Path file) {
    this.file = file;
  }

  RuntimeException explain(SQLException e) {
    SQLiteErrorCode code =
        e instanceof SQLiteException known ? known.getResultCode() : SQLiteErrorCode.SQLITE_ERROR;
    SQLiteErrorCode primary = SQLiteErrorCode.getErrorCode(code.code & PRIMARY);
    if (e.getCause() instanceof NativeLibraryNotFoundException) {
      return new GalleryException.Unavailable(
          "SQLite could not be unpacked into the folder for temporary files: free some space there.",
          e);
    }
    return switch (primary) {
      case SQLITE_FULL -> full(e);
      case SQLITE_IOERR -> noRoom() ? full(e) : broken(code, e);
      case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT -> damaged(e);
      case SQLITE_BUSY, SQLITE_LOCKED ->
          new GalleryException.Unavailable(
              "The file " + file + " is held by another program: close it and try again.", e);
      case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_READONLY, SQLITE_AUTH ->
          new GalleryException.Denied(
              "The file " + file + " cannot be opened or written: check who may use its folder.", e);
      // Nothing that a user could do anything about: ours to mend.
      default -> new IllegalStateException("SQLite refused a statement on " + file, e);
    };
  }

  private GalleryException full(SQLException e) {
    return new GalleryException.Unavailable(
        "The disk that holds " + file + " is full: free some space and try again.", e);
  }

  private GalleryException broken(SQLiteErrorCode code, SQLException e) {
    return new GalleryException.Unavailable(
        "The disk failed on " + file + " (" + code.name() + "): check it, and free space on it.", e);
  }

  private GalleryException damaged(SQLException e) {
    String remedy =
        Backups.of(file)
            .newest()
            .map(backup -> "a backup lies beside it, put " + backup + " in its place.")
            .orElse("move it away and put a copy from your own backups in its place.");
    return new GalleryException.Unavailable("The file " + file + " is damaged: " + remedy, e);
  }

  private boolean noRoom() {
    try {
      return Files.getFileStore(file).getUsableSpace() < SCARCE_BYTES;
    } catch (IOException _) {
      return false;
    }
  }
}
