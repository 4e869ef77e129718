package app.likeness.pictures;

import app.likeness.model.GalleryException.Unsupported;
import java.util.Locale;

/// Why a file cannot be read, each in one sentence that says what to do; the caller names the file.
public final class Unreadable {
  private static final String COPY_AGAIN = "copy it again from where it came.";
  private static final String EXPORT = "export it as JPEG and add that.";

  private Unreadable() {}

  public static Unsupported empty() {
    return of("The file is empty; " + COPY_AGAIN);
  }

  public static Unsupported truncated() {
    return of("Most of the file is missing; " + COPY_AGAIN);
  }

  public static Unsupported damaged() {
    return of("The file is damaged and cannot be read; " + COPY_AGAIN);
  }

  public static Unsupported unknown() {
    return of("The file holds no picture of a kind that can be read; " + EXPORT);
  }

  /// @param kind with its article, such as "a PDF document"
  public static Unsupported other(String kind) {
    return of("The file is " + kind + ", not a picture that can be read; " + EXPORT);
  }

  /// @param kind with its article, such as "a RAW photo"
  public static Unsupported notYet(String kind) {
    return of("The file is " + kind + ", which is not supported yet; " + EXPORT);
  }

  public static Unsupported video() {
    return of("The file is a video, which is not supported yet; only photos can be added.");
  }

  public static Unsupported tooLarge(long width, long height) {
    return of(
        String.format(
            Locale.ROOT,
            "The picture has %d megapixels (%d x %d), more than the %d that are read; make it smaller.",
            width * height / 1_000_000,
            width,
            height,
            PictureReader.PIXEL_BUDGET / 1_000_000));
  }

  private static Unsupported of(String sentence) {
    return new Unsupported(sentence, null);
  }
}
