package app.likeness.gallery;

import app.likeness.model.GalleryException;
import app.likeness.model.Photo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Copies originals into a folder under their own names; overwrites nothing, leaves no half file.
public final class Exporter {
  private static final Logger LOG = LoggerFactory.getLogger(Exporter.class);
  private static final int LONGEST = 255;
  private static final Pattern PART = Pattern.compile("\\.likeness-[0-9a-f-]{10,36}\\.part");
  /// A copy under way is written to all the time, so what nobody touched for so long is left over.
  private static final Duration LEFT = Duration.ofHours(1);

  private final Photos photos;
  private final Path folder;
  private boolean tidied;

  public Exporter(Photos photos, Path folder) {
    this.photos = photos;
    this.folder = folder;
  }

  /// @return the file, whose name has a number where another file had that name
  public Path export(Photo photo) {
    try {
      Files.createDirectories(folder);
      tidy();
      Path part = folder.resolve(".likeness-" + UUID.randomUUID() + ".part");
      try (InputStream in = photos.open(photo.id())) {
        Files.copy(in, part);
        Path file = named(part, safe(photo.original().fileName()));
        return Files.setLastModifiedTime(
            file, FileTime.from(photo.sortedAt().atZone(ZoneId.systemDefault()).toInstant()));
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

  /// Removes, once, what exports that were killed have left in the folder.
  private void tidy() {
    if (tidied) {
      return;
    }
    tidied = true;
    Instant old = Instant.now().minus(LEFT);
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, ".likeness-*.part")) {
      for (Path part : parts) {
        if (isLeft(part, old)) {
          Files.deleteIfExists(part);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      LOG.debug("What is left over in {} stays there", folder, e);
    }
  }

  private static boolean isLeft(Path part, Instant old) throws IOException {
    var file =
        Files.readAttributes(part, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return PART.matcher(String.valueOf(part.getFileName())).matches()
        && file.isRegularFile()
        && file.lastModifiedTime().toInstant().isBefore(old);
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
