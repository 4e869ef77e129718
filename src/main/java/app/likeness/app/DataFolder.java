package app.likeness.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where the operating system keeps an application's data.
///
/// Sources: the XDG base directory specification, Apple's file system guide, Microsoft's known folders.
final class DataFolder {
  private static final String NAME = "Likeness";

  private final String system;
  private final Path home;
  private final Map<String, String> environment;

  DataFolder(String system, Path home, Map<String, String> environment) {
    this.system = system.toLowerCase(Locale.ROOT);
    this.home = home;
    this.environment = environment;
  }

  static DataFolder ofThisUser(Map<String, String> environment) {
    return new DataFolder(
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home", ".")),
        environment);
  }

  /// The folder of the gallery that opens by default.
  Path gallery() {
    return data().resolve("gallery");
  }

  /// The folder for what is on its way to a server's gallery.
  Path server(URI root) {
    return data().resolve("servers").resolve(URLEncoder.encode(root.toString(), UTF_8));
  }

  /// The folder for what is on its way to a gallery in the cloud.
  Path cloud(String name) {
    return data().resolve("cloud").resolve(name);
  }

  /// The folder for what the user has set.
  Path settings() {
    if (system.contains("win")) {
      return absolute("APPDATA").orElse(home.resolve("AppData/Roaming")).resolve(NAME);
    }
    return system.contains("mac")
        ? home.resolve("Library/Application Support").resolve(NAME)
        : absolute("XDG_CONFIG_HOME").orElse(home.resolve(".config")).resolve("likeness");
  }

  /// The folder for what can be made again.
  Path cache() {
    if (system.contains("win")) {
      return data().resolve("cache");
    }
    return system.contains("mac")
        ? home.resolve("Library/Caches").resolve(NAME)
        : absolute("XDG_CACHE_HOME").orElse(home.resolve(".cache")).resolve("likeness");
  }

  private Path data() {
    if (system.contains("win")) {
      return absolute("LOCALAPPDATA").orElse(home.resolve("AppData/Local")).resolve(NAME);
    }
    return system.contains("mac")
        ? home.resolve("Library/Application Support").resolve(NAME)
        : absolute("XDG_DATA_HOME").orElse(home.resolve(".local/share")).resolve("likeness");
  }

  /// The specification wants relative paths ignored.
  private Optional<Path> absolute(String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }
}
