package app.likeness.storage;

import app.likeness.model.FaceId;
import app.likeness.model.PersonId;
import app.likeness.model.PhotoId;
import app.likeness.model.PictureType;
import java.text.Normalizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Builds the keys of objects; nothing that a user typed reaches one unsanitised.
public final class ObjectKeys {
  public static final String RAW = "photos-raw/";
  public static final String THUMBS = "photos-thumbs/";
  public static final String FACES = "faces-thumbs/";

  /// Long sides of a photo's thumbnails in pixels, smallest first.
  public static final List<Integer> SIZES = List.of(256, 512, 1280);

  private static final int LONGEST_BASE = 60;

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
