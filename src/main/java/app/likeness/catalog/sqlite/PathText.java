package app.likeness.catalog.sqlite;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Absolute paths as texts that lead back to the same file.
///
/// A name need not be text: where it is not in the platform's encoding, the URI keeps its bytes.
final class PathText {
  private static final String URI_START = "file:";

  private PathText() {}

  static String of(Path path) {
    Path whole = path.toAbsolutePath();
    String text = whole.toString();
    // A folder's URI ends in a slash only while the folder is there.
    return leadsBack(text, whole) ? text : whole.toUri().toString().replaceFirst("/$", "");
  }

  private static boolean leadsBack(String text, Path path) {
    try {
      return Path.of(text).equals(path);
    } catch (InvalidPathException _) {
      return false;
    }
  }

  static Path path(String text) {
    return text.startsWith(URI_START) ? Path.of(URI.create(text)) : Path.of(text);
  }
}
