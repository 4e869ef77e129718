package app.likeness.gallery;

import app.likeness.model.GalleryException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where a gallery in the cloud lies, by names alone: nothing in here is secret.
///
/// @param region of tables and collection, such as `eu-central-1`
/// @param profile of the user's AWS configuration, `null` for AWS's default chain
/// @param stores where photos lie; with several, new ones go to the nearest
/// @param viewSeconds how long the address of a picture works
public record CloudSettings(
    String region,
    @Nullable String profile,
    List<Store> stores,
    Tables tables,
    Recognition recognition,
    int viewSeconds) {
  public static final int USUAL_VIEW_SECONDS = 3600;

  private static final String REGION = "the region, such as eu-central-1";
  private static final int WEEK_SECONDS = 7 * 24 * 3600;

  /// @throws GalleryException.Unsupported in one sentence, when something is missing or cannot be
  public CloudSettings {
    stores = List.copyOf(stores);
    check(region, "[a-z0-9-]+", REGION);
    if (stores.isEmpty()) {
      throw wrong("the bucket for photos");
    }
    if (viewSeconds < 1 || viewSeconds > WEEK_SECONDS) {
      throw wrong("how many seconds the address of a picture works, 1 to " + WEEK_SECONDS);
    }
  }

  /// A store and its two buckets, which may be one.
  ///
  /// @param name how the user knows it
  /// @param endpoint its address, `null` for AWS itself
  /// @param encryption `null` as the bucket is set up, `AES256`, or the id of a KMS key
  public record Store(
      String name,
      String region,
      @Nullable URI endpoint,
      Dialect dialect,
      @Nullable String encryption,
      String rawBucket,
      String thumbsBucket) {
    public Store {
      check(region, "[a-z0-9-]+", REGION);
      check(rawBucket, BUCKET, "the bucket for photos");
      check(thumbsBucket, BUCKET, "the bucket for thumbnails");
      check(name, ".*\\S.*", "the name of each store");
      address(endpoint);
    }

    private static final String BUCKET = "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]";
  }

  /// Which of S3's words a store understands.
  public enum Dialect {
    AWS,
    /// What most others do: the bucket in the path, no checksums of AWS's own.
    PLAIN,
    /// The bucket in the path, otherwise like AWS.
    S3PROXY
  }

  /// What the five tables of DynamoDB are called.
  ///
  /// @param endpoint another address than AWS's own
  public record Tables(
      String photos,
      String persons,
      String occurrences,
      String faces,
      String decisions,
      @Nullable URI endpoint) {
    public Tables {
      Stream.of(photos, persons, occurrences, faces, decisions)
          .forEach(name -> check(name, "[A-Za-z0-9_.-]{3,255}", "the names of the tables"));
      address(endpoint);
    }

    /// @param prefix empty for the names of an existing deployment
    public static Tables prefixed(String prefix, @Nullable URI endpoint) {
      return new Tables(
          prefix + "Photos",
          prefix + "Persons",
          prefix + "Occurrences",
          prefix + "Faces",
          prefix + "Decisions",
          endpoint);
    }
  }

  /// Who finds and compares faces.
  public enum Recognizer {
    /// The models on this computer, at no cost.
    ONNX,
    /// Amazon Rekognition, paid by the call.
    REKOGNITION
  }

  /// @param collection of Amazon Rekognition
  /// @param mostDollars what its calls may cost, `null` for no limit
  /// @param endpoint another address than AWS's own
  public record Recognition(
      Recognizer by,
      String collection,
      @Nullable BigDecimal mostDollars,
      @Nullable URI endpoint) {
    public static final String USUAL_COLLECTION = "likeness";

    public Recognition {
      check(collection, "[a-zA-Z0-9_.-]{1,255}", "the name of the collection of faces");
      if (mostDollars != null && mostDollars.signum() < 0) {
        throw wrong("how much Amazon Rekognition may cost");
      }
      address(endpoint);
    }

    public static Recognition of(Recognizer by) {
      return new Recognition(by, USUAL_COLLECTION, null, null);
    }
  }

  private static void check(String value, String form, String what) {
    if (!value.matches(form)) {
      throw wrong(what);
    }
  }

  private static void address(@Nullable URI endpoint) {
    if (endpoint != null
        && (endpoint.getHost() == null
            || endpoint.getRawUserInfo() != null
            || !String.valueOf(endpoint.getScheme()).matches("(?i)https?"))) {
      throw wrong("an address like https://s3.example, with no password in it");
    }
  }

  private static GalleryException wrong(String what) {
    return new GalleryException.Unsupported(
        "The settings of the cloud are not right yet: give " + what + ".", null);
  }
}
