package app.likeness.storage.cloudinary;

import app.likeness.model.GalleryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An account, told by `CLOUD_NAME`, `API_KEY` and `API_SECRET`.
public record CloudinaryAccount(String cloud, String key, String secret) {
  // NAME=value, perhaps exported, perhaps quoted; a comment may follow what is not quoted.
  private static final Pattern LINE =
      Pattern.compile(
          "\\s*(?:export\\s+)?(\\w+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^#\\n]*?))\\s*(?:#.*)?");

  /// Reads the environment and, for what it lacks, a file like `.env`.
  ///
  /// @param file need not be there
  /// @return empty when nothing at all is told
  /// @throws GalleryException.Unsupported when only some of it is, or the file cannot be read
  public static Optional<CloudinaryAccount> find(Map<String, String> environment, Path file) {
    Map<String, String> told = new HashMap<>(lines(file));
    told.putAll(environment);
    String cloud = told.getOrDefault("CLOUD_NAME", "");
    String key = told.getOrDefault("API_KEY", "");
    String secret = told.getOrDefault("API_SECRET", "");
    if (cloud.isEmpty() && key.isEmpty() && secret.isEmpty()) {
      return Optional.empty();
    }
    if (cloud.isEmpty() || key.isEmpty() || secret.isEmpty()) {
      throw new GalleryException.Unsupported(
          "Cloudinary needs CLOUD_NAME, API_KEY and API_SECRET; set all three, or none.", null);
    }
    return Optional.of(new CloudinaryAccount(cloud, key, secret));
  }

  private static Map<String, String> lines(Path file) {
    Map<String, String> told = new HashMap<>();
    try {
      for (String line : Files.readAllLines(file)) {
        Matcher parts = LINE.matcher(line);
        if (parts.matches()) {
          told.put(parts.group(1), value(parts));
        }
      }
      return told;
    } catch (NoSuchFileException _) {
      return told;
    } catch (IOException _) {
      // Not passed on: what could not be read may be quoted there.
      throw new GalleryException.Unsupported("The file " + file + " cannot be read.", null);
    }
  }

  private static String value(Matcher parts) {
    for (int group = 2; group <= parts.groupCount(); group++) {
      if (parts.group(group) != null) {
        return parts.group(group);
      }
    }
    return "";
  }

  /// Shows neither key nor secret.
  @Override
  public String toString() {
    return "CloudinaryAccount[" + cloud + "]";
  }
}
