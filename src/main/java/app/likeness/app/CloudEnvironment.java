package app.likeness.app;

import static app.likeness.app.CloudVariable.AWS_ENDPOINT_URL_DYNAMODB;
import static app.likeness.app.CloudVariable.AWS_ENDPOINT_URL_REKOGNITION;
import static app.likeness.app.CloudVariable.AWS_ENDPOINT_URL_S3;
import static app.likeness.app.CloudVariable.AWS_REGION;
import static app.likeness.app.CloudVariable.COLLECTION;
import static app.likeness.app.CloudVariable.DECISIONS_TABLE;
import static app.likeness.app.CloudVariable.ENCRYPTION;
import static app.likeness.app.CloudVariable.FACES_TABLE;
import static app.likeness.app.CloudVariable.MOST_DOLLARS;
import static app.likeness.app.CloudVariable.OCCURRENCES_TABLE;
import static app.likeness.app.CloudVariable.PERSONS_TABLE;
import static app.likeness.app.CloudVariable.PHOTOS_TABLE;
import static app.likeness.app.CloudVariable.PRESIGN_EXPIRES;
import static app.likeness.app.CloudVariable.RAW_BUCKET;
import static app.likeness.app.CloudVariable.S3_DIALECT;
import static app.likeness.app.CloudVariable.THUMBS_BUCKET;

import app.likeness.gallery.CloudSettings;
import app.likeness.gallery.CloudSettings.Dialect;
import app.likeness.gallery.CloudSettings.Recognition;
import app.likeness.gallery.CloudSettings.Recognizer;
import app.likeness.gallery.CloudSettings.Store;
import app.likeness.gallery.CloudSettings.Tables;
import app.likeness.model.GalleryException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads where a gallery in the cloud lies from the environment, as [CloudVariable] names it.
public record CloudEnvironment(Map<String, String> environment) {
  /// Whether it names a gallery at all.
  public boolean speaks() {
    return RAW_BUCKET.in(environment).isPresent();
  }

  /// @throws GalleryException.Unsupported in one sentence, when something is missing or wrong
  public CloudSettings settings() {
    String region = needed(AWS_REGION);
    return new CloudSettings(
        region,
        null,
        List.of(store(region)),
        tables(),
        recognition(),
        read(PRESIGN_EXPIRES, Integer::valueOf).orElse(CloudSettings.USUAL_VIEW_SECONDS));
  }

  private Store store(String region) {
    URI endpoint = address(AWS_ENDPOINT_URL_S3);
    Dialect usual = endpoint == null ? Dialect.AWS : Dialect.PLAIN;
    return new Store(
        needed(RAW_BUCKET),
        region,
        endpoint,
        read(S3_DIALECT, word -> Dialect.valueOf(word.toUpperCase(Locale.ROOT))).orElse(usual),
        ENCRYPTION.in(environment).orElse(null),
        needed(RAW_BUCKET),
        needed(THUMBS_BUCKET));
  }

  private Tables tables() {
    return new Tables(
        needed(PHOTOS_TABLE),
        needed(PERSONS_TABLE),
        needed(OCCURRENCES_TABLE),
        needed(FACES_TABLE),
        needed(DECISIONS_TABLE),
        address(AWS_ENDPOINT_URL_DYNAMODB));
  }

  private Recognition recognition() {
    Optional<String> collection = COLLECTION.in(environment);
    return new Recognition(
        collection.isPresent() ? Recognizer.REKOGNITION : Recognizer.ONNX,
        collection.orElse(Recognition.USUAL_COLLECTION),
        read(MOST_DOLLARS, BigDecimal::new).orElse(null),
        address(AWS_ENDPOINT_URL_REKOGNITION));
  }

  private @Nullable URI address(CloudVariable variable) {
    return read(variable, URI::create).orElse(null);
  }

  private String needed(CloudVariable variable) {
    return variable
        .in(environment)
        .orElseThrow(
            () ->
                new GalleryException.Unsupported(
                    "The environment names no " + variable + " for the gallery in the cloud.", null));
  }

  private <T> Optional<T> read(CloudVariable variable, Function<String, T> reading) {
    try {
      return variable.in(environment).map(reading);
    } catch (IllegalArgumentException e) {
      throw new GalleryException.Unsupported(
          "What the environment says for " + variable + " cannot be right; correct it.", e);
    }
  }
}
