package app.likeness.app;

import app.likeness.faces.rekognition.Allowance;
import app.likeness.files.OwnerOnly;
import app.likeness.model.GalleryException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Keeps how many paid calls this computer has made for a gallery, beside what is on its way there.
///
/// @param folder of the gallery on this computer
record Spending(Path folder) {
  Allowance allowance(@Nullable BigDecimal cap) {
    return new Allowance(cap, read(), this::write);
  }

  private Path file() {
    return folder.resolve("rekognition-calls.txt");
  }

  private long read() {
    try {
      return Long.parseLong(Files.readString(file()).strip());
    } catch (NoSuchFileException _) {
      return 0;
    } catch (IOException | NumberFormatException e) {
      throw new GalleryException.Unavailable(
          "What Amazon Rekognition has cost cannot be read from %s: remove that file to count anew."
              .formatted(file()),
          e);
    }
  }

  private void write(long calls) {
    try {
      OwnerOnly.folder(folder);
      Files.writeString(file(), calls + "\n");
    } catch (IOException e) {
      throw new GalleryException.Unavailable(
          "What Amazon Rekognition costs cannot be noted in %s: check the disk.".formatted(file()),
          e);
    }
  }
}
