package app.likeness.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.likeness.files.OwnerOnly;
import app.likeness.model.GalleryException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// Keeps tokens in files that only their owner may read, where there is no keyring.
record SecretFiles(Path folder) implements Secrets {
  private Path file(String server) {
    return folder.resolve(URLEncoder.encode(server, UTF_8));
  }

  @Override
  public void keep(String server, String token) {
    try {
      OwnerOnly.closed(folder);
      OwnerOnly.write(file(server), token.getBytes(UTF_8));
    } catch (IOException e) {
      throw new GalleryException.Denied(
          "The token cannot be kept in %s: check who may write there.".formatted(folder), e);
    }
  }

  /// @throws GalleryException.Denied when others could read it as well
  @Override
  public Optional<String> find(String server) {
    Path file = file(server);
    try {
      String token = Files.readString(file);
      if (!OwnerOnly.holds(file)) {
        throw new GalleryException.Denied(
            "Others can read the token in %s: close the file to them, or give a new token."
                .formatted(file),
            null);
      }
      return Optional.of(token);
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new GalleryException.Denied(
          "The token cannot be read from %s: check who may.".formatted(file), e);
    }
  }
}
