package app.likeness.storage.embedded;

import app.likeness.model.GalleryException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/// Says in plain words what the file system refused.
final class Failures {
  private Failures() {}

  /// An access to files that may fail.
  @FunctionalInterface
  interface Access<T> {
    T run() throws IOException;
  }

  /// An access to files that may fail and has no result.
  @FunctionalInterface
  interface Change {
    void run() throws IOException;
  }

  static <T> T told(Access<T> access) {
    try {
      return access.run();
    } catch (IOException e) {
      throw told(e);
    }
  }

  static void told(Change change) {
    try {
      change.run();
    } catch (IOException e) {
      throw told(e);
    }
  }

  private static GalleryException told(IOException e) {
    return switch (e) {
      case NoSuchFileException missing ->
          new GalleryException.NotFound("This photo's file is missing: " + missing.getFile());
      case AccessDeniedException denied ->
          new GalleryException.Denied(
              "You may not use this file or folder: " + denied.getFile(), denied);
      case NoRoomException full ->
          new GalleryException.Unavailable(
              "There is no room left on the disk that keeps your photos; make some, then try again.",
              full);
      case ClosedByInterruptException interrupted ->
          new GalleryException.Unavailable("This was interrupted.", interrupted);
      default ->
          new GalleryException.Unavailable(
              "The disk that keeps your photos failed: " + e.getMessage(), e);
    };
  }
}
