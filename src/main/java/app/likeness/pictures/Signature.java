package app.likeness.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import app.likeness.model.PictureType;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Tells what a file is by its first bytes, never by its name.
public final class Signature {
  private static final int LOOKED_AT = 4096;

  /// What people mistake for photos, by how it begins.
  private record Other(String start, String kind) {}

  private static final List<Other> NOT_YET =
      List.of(
          new Other("FUJIFILMCCD-RAW", "a RAW photo"),
          new Other("IIU\0", "a RAW photo"),
          new Other("IIRO", "a RAW photo"),
          new Other("IIRS", "a RAW photo"),
          new Other("MMOR", "a RAW photo"),
          new Other("FOVb", "a RAW photo"),
          new Other("II\u001a\0\0\0HEAPCCDR", "a RAW photo"),
          new Other("\u00ff\n", "a JPEG XL picture"),
          new Other("\0\0\0\fJXL ", "a JPEG XL picture"),
          new Other("\0\0\0\fjP  ", "a JPEG 2000 picture"),
          new Other("\u00ffO\u00ffQ", "a JPEG 2000 picture"),
          new Other("II+\0", "a TIFF of more than 4 GB"),
          new Other("MM\0+", "a TIFF of more than 4 GB"),
          new Other("8BPS", "a Photoshop document"),
          new Other("gimp xcf", "a GIMP document"));

  private static final Pattern VIDEO =
      Pattern.compile(
          "\\A(?:\u001aE\u00df\u00a3|RIFF....AVI |\0\0\u0001[\u00b3\u00ba]|FLV\u0001|OggS"
              + "|0&\u00b2u|....(?:moov|mdat|wide|free|skip|pnot))",
          Pattern.DOTALL);

  private static final Pattern WEB_PAGE =
      Pattern.compile(
          "\\A(?:\u00ef\u00bb\u00bf)?\\s*<(?:!doctype html|html)", Pattern.CASE_INSENSITIVE);

  private Signature() {}

  /// @throws app.likeness.model.GalleryException.Unsupported with a reason fit to be shown
  public static PictureType type(byte[] data) {
    if (data.length == 0) {
      throw Unreadable.empty();
    }
    String start = new String(data, 0, Math.min(data.length, LOOKED_AT), ISO_8859_1);
    return simple(start).or(() -> boxed(start)).orElseThrow(() -> refusal(start));
  }

  private static Optional<PictureType> simple(String start) {
    if (start.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of(PictureType.JPEG);
    } else if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
      return Optional.of(PictureType.PNG);
    } else if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
      return Optional.of(PictureType.WEBP);
    } else if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
      return Optional.of(PictureType.GIF);
    } else if (start.startsWith("II*\0") || start.startsWith("MM\0*")) {
      return Optional.of(PictureType.TIFF);
    } else if (start.startsWith("BM") && start.startsWith("\0\0\0\0", 6)) {
      return Optional.of(PictureType.BMP);
    }
    return Optional.empty();
  }

  /// ISO/IEC 14496-12, 4.3: the brands in the first box say what is in the others.
  private static Optional<PictureType> boxed(String start) {
    if (!start.startsWith("ftyp", 4)) {
      return Optional.empty();
    }
    List<String> brands = brands(start);
    if (brands.contains("crx ")) {
      throw Unreadable.notYet("a RAW photo");
    } else if (brands.contains("avif") || brands.contains("avis")) {
      return Optional.of(PictureType.AVIF);
    } else if (brands.stream().anyMatch(brand -> brand.matches("he[iv][a-z]|mif1|msf1"))) {
      return Optional.of(PictureType.HEIC);
    }
    throw Unreadable.video();
  }

  private static List<String> brands(String start) {
    int size = start.charAt(2) << 8 | start.charAt(3);
    int end = Math.min(Math.max(size, 12), start.length());
    return Pattern.compile("(?s).{4}")
        .matcher(start.substring(8, end))
        .results()
        .map(MatchResult::group)
        .toList();
  }

  private static RuntimeException refusal(String start) {
    if (VIDEO.matcher(start).find()) {
      return Unreadable.video();
    } else if (WEB_PAGE.matcher(start).find()) {
      return Unreadable.other("a web page");
    } else if (start.startsWith("%PDF")) {
      return Unreadable.other("a PDF document");
    }
    return NOT_YET.stream()
        .filter(other -> start.startsWith(other.start))
        .findFirst()
        .map(other -> Unreadable.notYet(other.kind))
        .orElseGet(Unreadable::unknown);
  }
}
