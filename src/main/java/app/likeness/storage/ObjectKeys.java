package app.likeness.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.likeness.model.FaceId;
import app.likeness.model.GalleryException;
import app.likeness.model.PersonId;
import app.likeness.model.PhotoId;
import app.likeness.model.PictureType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Builds the keys of objects; nothing that a user typed reaches one unsanitised.
public final class ObjectKeys {
  public static final String RAW = "photos-raw/";
  public static final String THUMBS = "photos-thumbs/";
  public static final String FACES = "faces-thumbs/";

  /// Where what nobody has looked at yet arrives.
  public static final String INBOX = RAW + "inbox/";

  /// Long sides of a photo's thumbnails in pixels, smallest first.
  public static final List<Integer> SIZES = List.of(256, 512, 1280);

  private static final int LONGEST_BASE = 60;
  private static final int LONGEST_KEY = 1024;
  private static final int SUFFIX = 8;
  private static final int HASH = 40;
  private static final Map<String, String> ALIASES =
      Map.of("jpeg", "jpg", "jpe", "jpg", "tiff", "tif", "heif", "heic");

  private static final Pattern PHOTO =
      Pattern.compile("(?:photos-raw/\\d{4}/.*-|.*/)([0-9a-f]{20})(?:_\\d+|_face_\\d+)?\\.\\w+");

  // Segments that are empty or dots mean another object to some servers, and so does a backslash.
  private static final Pattern ODD =
      Pattern.compile("(^|.*/)\\.{0,2}(/.*|$)|.*[\\\\\\p{Cntrl}].*", Pattern.DOTALL);

  private ObjectKeys() {}

  /// `photos-raw/<yyyy>/<sanitised base>-<photoId>.<ext>`, the ending from the content's type.
  public static String original(int year, String fileName, PhotoId photo, PictureType type) {
    return "%s%04d/%s-%s.%s".formatted(RAW, year, base(fileName), photo, type.ending());
  }

  /// `photos-thumbs/<photoId>_<size>.jpg`
  public static String thumb(PhotoId photo, int size) {
    return THUMBS + photo + "_" + size + ".jpg";
  }

  /// `faces-thumbs/<first person or none>/<photoId>_face_<n>.jpg`
  public static String face(FaceId face, @Nullable PersonId first) {
    return FACES + (first == null ? "none" : first) + "/" + face + ".jpg";
  }

  /// `photos-raw/inbox/<sanitised base>-<first 8 of an id>.<ext>`, for content not seen yet; the
  /// ending is that of the name if a picture can have it, else there is none.
  ///
  /// @param fileName may lack a dot or have many, and may have folders before it
  /// @param id a new one for each ticket
  public static String inbox(String fileName, UUID id) {
    String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    String unique = id.toString().substring(0, SUFFIX);
    return INBOX + base(name) + "-" + unique + typeOf(name).map(type -> "." + type.ending()).orElse("");
  }

  /// `photos-raw/inbox/<project>/<hash>.<ext>`, which tells nothing of a file's name and is the same
  /// whenever the same image of a project is asked for.
  ///
  /// @param checksum of its content, by whatever algorithm
  public static String hashed(
      String project, String fileName, String checksum, PictureType type) {
    String hash = sha256(String.join("\n", project, fileName, checksum)).substring(0, HASH);
    return INBOX + base(project + ".") + "/" + hash + "." + type.ending();
  }

  /// The kind of picture that a file's name promises, which its content may not keep.
  public static Optional<PictureType> typeOf(String fileName) {
    String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String usual = ALIASES.getOrDefault(ending, ending);
    return Stream.of(PictureType.values()).filter(type -> type.ending().equals(usual)).findFirst();
  }

  /// The photo that an original, a thumbnail or a face of ours belongs to.
  public static Optional<PhotoId> photo(String key) {
    Matcher id = PHOTO.matcher(key);
    return id.matches() ? Optional.of(new PhotoId(id.group(1))) : Optional.empty();
  }

  /// Refuses what is no name of an object, or means another one to some servers.
  ///
  /// @throws GalleryException.Unsupported then
  public static void check(String key) {
    if (key.getBytes(UTF_8).length > LONGEST_KEY || ODD.matcher(key).matches()) {
      throw new GalleryException.Unsupported(
          "No object can have this name: " + key.substring(0, Math.min(key.length(), 80)), null);
    }
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static String base(String fileName) {
    int dot = fileName.lastIndexOf('.');
    String stem = dot > 0 ? fileName.substring(0, dot) : fileName;
    String plain =
        Normalizer.normalize(stem, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^0-9A-Za-z]+", "-")
            .replaceAll("^-+|-+$", "");
    String cut = plain.substring(0, Math.min(plain.length(), LONGEST_BASE));
    return cut.isEmpty() ? "photo" : cut;
  }
}
