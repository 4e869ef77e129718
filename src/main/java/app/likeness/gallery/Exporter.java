package app.likeness.gallery;

import app.likeness.model.GalleryException;
import app.likeness.model.Photo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.ZoneId;

/// Copies originals into a folder under their own names; overwrites nothing, leaves no half file.
public final class Exporter {
  private static final int LONGEST = 255;

  private final Photos photos;
  private final Path folder;

  public Exporter(Photos photos, Path folder) {
    this.photos = photos;
    this.folder = folder;
  }

  /// @return the file, whose name has a number where another file had that name
  public Path export(Photo photo) {
    try {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, ".likeness-", ".part");
      try (InputStream in = photos.open(photo.id())) {
        Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(
            part, FileTime.from(photo.sortedAt().atZone(ZoneId.systemDefault()).toInstant()));
        return named(part, safe(photo.original().fileName()));
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (FileAlreadyExistsException e) {
      throw new GalleryException.Unavailable(
          "%s is a file, not a folder; choose another.".formatted(folder), e);
    } catch (AccessDeniedException e) {
      throw new GalleryException.Denied(
          "You have no permission to write into %s; choose another folder.".formatted(folder), e);
    } catch (IOException e) {
      throw new GalleryException.Unavailable(
          "%s could not be copied to %s; is there room on that disk?"
              .formatted(photo.original().fileName(), folder),
          e);
    }
  }

  /// The empty file is the claim to a name: making it fails where another file has it.
  private Path named(Path part, String name) throws IOException {
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String ending = dot > 0 ? name.substring(dot) : "";
    for (int n = 1; ; n++) {
      Path file = FileNames.resolve(folder, n == 1 ? name : fitted(stem, " (" + n + ")" + ending));
      try {
        Files.createFile(file);
      } catch (FileAlreadyExistsException _) {
        continue;
      }
      return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// File systems allow names of 255 bytes or characters; the old name may use them all.
  private static String fitted(String stem, String end) {
    String cut = stem;
    while ((cut + end).getBytes(StandardCharsets.UTF_8).length > LONGEST && !cut.isEmpty()) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut + end;
  }

  /// What was dropped was a file's name, but a catalogue may come from elsewhere.
  private static String safe(String name) {
    String plain = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
    return plain.isBlank() || plain.matches("\\.+") ? "photo" : plain;
  }
}
