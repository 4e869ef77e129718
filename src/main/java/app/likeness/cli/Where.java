package app.likeness.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// Which gallery is meant.
public sealed interface Where {
  /// The one that opens when nobody says which.
  record Usual() implements Where {}

  /// The one in a folder of this machine.
  record Folder(Path folder) implements Where {}

  /// The one in the cloud that settings of this name tell of.
  record Cloud(String name) implements Where {
    public static final String USUAL = "default";
  }

  /// The one that a server's API speaks for.
  ///
  /// @param token the file that holds the token, when not the environment does
  record Server(URI root, Optional<Path> token) implements Where {}
}
