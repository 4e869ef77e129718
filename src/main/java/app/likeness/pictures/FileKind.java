package app.likeness.pictures;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/// What a file found in a folder seems to be by its name, before anyone has opened it.
///
/// Only for folders: a file that somebody picked one by one is always opened.
public enum FileKind {
  /// Worth a row of its own: it will be read, or say why not.
  PICTURE,
  /// A camera's own format: told of in one sentence, not supported yet.
  RAW,
  /// Told of in one sentence, not supported yet.
  VIDEO,
  /// What systems and programs leave behind; nobody wants to hear of it.
  HIDDEN,
  /// Not ours: documents, music, sidecars.
  OTHER;

  private static final Set<String> PICTURES =
      Set.of(
          "jpg", "jpeg", "jpe", "jfif", "png", "webp", "gif", "tif", "tiff", "bmp", "heic", "heif",
          "avif");

  private static final Set<String> RAWS =
      Set.of(
          "3fr", "arw", "cr2", "cr3", "crw", "dcr", "dng", "erf", "fff", "iiq", "kdc", "mef", "mos",
          "mrw", "nef", "nrw", "orf", "pef", "raf", "raw", "rw2", "rwl", "sr2", "srf", "srw",
          "x3f");

  private static final Set<String> VIDEOS =
      Set.of(
          "3g2", "3gp", "avi", "flv", "insv", "m2ts", "m4v", "mkv", "mov", "mp4", "mpeg", "mpg",
          "mts", "ogv", "webm", "wmv");

  /// Names that Windows, macOS and network drives give to files and folders of their own.
  private static final Set<String> SYSTEM =
      Set.of(
          "thumbs.db", "ehthumbs.db", "desktop.ini", "@eadir", "#recycle", "@recycle",
          "__macosx", "$recycle.bin", "system volume information", "lost+found");

  /// @param path of a file; of a folder, only `HIDDEN` tells anything
  public static FileKind of(Path path) {
    Path last = path.getFileName();
    String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
    if (name.startsWith(".") || SYSTEM.contains(name)) {
      return HIDDEN;
    }
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 ? "" : name.substring(dot + 1);
    if (PICTURES.contains(ending)) {
      return PICTURE;
    } else if (RAWS.contains(ending)) {
      return RAW;
    }
    return VIDEOS.contains(ending) ? VIDEO : OTHER;
  }
}
