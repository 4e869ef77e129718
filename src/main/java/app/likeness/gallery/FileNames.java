package app.likeness.gallery;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.StreamSupport;

/// File names as text and back, whatever characters the system's locale has.
///
/// Under a locale such as `C` Java takes the bytes of a name for ASCII and loses all others. They are
/// UTF-8 nearly everywhere, and a URI keeps them.
public final class FileNames {
  private static final char LOST = '\uFFFD';

  private FileNames() {}

  /// The whole path as text.
  public static String text(Path path) {
    String text = path.toString();
    return text.indexOf(LOST) < 0 ? text : decoded(path);
  }

  /// The last name of a path as text.
  public static String name(Path path) {
    String name = String.valueOf(path.getFileName());
    String whole = name.indexOf(LOST) < 0 ? name : decoded(path);
    return whole.substring(whole.lastIndexOf('/') + 1);
  }

  private static String decoded(Path path) {
    return path.toUri().getPath().replaceFirst("/$", "");
  }

  /// The file of that name in a folder.
  public static Path resolve(Path folder, String name) {
    try {
      return folder.resolve(name);
    } catch (InvalidPathException e) {
      try {
        String last = new URI(null, null, "/" + name, null).toASCIIString();
        return Path.of(URI.create(folder.toUri().toString().replaceFirst("/$", "") + last));
      } catch (URISyntaxException _) {
        throw e;
      }
    }
  }

  /// An absolute path without `.` and `..`, where `..` after a link means what the system means by it.
  public static Path whole(Path path) {
    Path absolute = path.toAbsolutePath();
    boolean climbs =
        StreamSupport.stream(absolute.spliterator(), false)
            .anyMatch(name -> name.toString().equals(".."));
    try {
      return climbs ? absolute.toRealPath() : absolute.normalize();
    } catch (IOException _) {
      return absolute.normalize();
    }
  }
}
