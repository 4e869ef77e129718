package app.likeness.app;

import app.likeness.cli.Where;
import app.likeness.files.OwnerOnly;
import app.likeness.model.GalleryException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// Which gallery opens when nobody says which: one word in a file.
record UsualGallery(Path file) {
  private static final String CLOUD = "cloud:";
  private static final String HERE = "embedded";

  /// [Where.Usual] is the one on this computer.
  Where read() {
    try {
      String word = Files.readString(file).strip();
      if (word.startsWith(CLOUD)) {
        return new Where.Cloud(word.substring(CLOUD.length()));
      }
      return word.equals(HERE)
          ? new Where.Usual()
          : new Where.Server(new URI(word), Optional.empty());
    } catch (NoSuchFileException _) {
      return new Where.Usual();
    } catch (IOException | URISyntaxException e) {
      throw new GalleryException.Denied(
          "Which gallery to open cannot be read from %s: remove that file, or name one by --gallery."
              .formatted(file),
          e);
    }
  }

  void write(Where where) {
    String word =
        switch (where) {
          case Where.Cloud(String name) -> CLOUD + name;
          case Where.Server(URI root, _) -> root.toString();
          case Where.Folder _, Where.Usual _ -> HERE;
        };
    try {
      Path folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      OwnerOnly.write(file, (word + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new GalleryException.Denied(
          "Which gallery to open cannot be noted in %s: check who may write there.".formatted(file),
          e);
    }
  }
}
