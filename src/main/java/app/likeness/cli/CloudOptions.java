package app.likeness.cli;

import app.likeness.gallery.CloudSettings;
import app.likeness.gallery.CloudSettings.Dialect;
import app.likeness.gallery.CloudSettings.Recognition;
import app.likeness.gallery.CloudSettings.Recognizer;
import app.likeness.gallery.CloudSettings.Store;
import app.likeness.gallery.CloudSettings.Tables;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// The options that say where a gallery in the cloud lies.
final class CloudOptions {
  @Option(names = "--region", description = "The AWS region, such as eu-central-1.")
  private @Nullable String region;

  @Option(names = "--profile", description = "Of your AWS configuration; else AWS's usual sign-in.")
  private @Nullable String profile;

  @Option(names = "--raw-bucket", paramLabel = "BUCKET", description = "For the photos.")
  private @Nullable String rawBucket;

  @Option(names = "--thumbs-bucket", paramLabel = "BUCKET",
      description = "For thumbnails; by default that of the photos with -thumbs after it.")
  private @Nullable String thumbsBucket;

  @Option(names = "--table-prefix", paramLabel = "TEXT", defaultValue = "likeness-",
      description = "Before the tables' names, by default ${DEFAULT-VALUE}; \"\" for an existing deployment's.")
  private String tablePrefix = "";

  @Option(names = "--faces", paramLabel = "onnx|rekognition", defaultValue = "onnx",
      description = "Who finds faces: this computer, as by default, or Amazon Rekognition, paid by the call.")
  private Recognizer faces = Recognizer.ONNX;

  @Option(names = "--collection", defaultValue = Recognition.USUAL_COLLECTION,
      description = "Of Amazon Rekognition, by default ${DEFAULT-VALUE}.")
  private String collection = "";

  @Option(names = "--most-dollars", paramLabel = "N",
      description = "What Amazon Rekognition's calls from this computer may cost in all.")
  private @Nullable BigDecimal mostDollars;

  @Option(names = "--encryption", paramLabel = "AES256|KEY",
      description = "How photos are encrypted: with the store's keys, or a key of AWS KMS by its id.")
  private @Nullable String encryption;

  @Option(names = "--endpoint", paramLabel = "URL", description = "A store other than AWS that speaks like S3.")
  private @Nullable URI endpoint;

  @Option(names = "--dialect", paramLabel = "aws|plain|s3proxy",
      description = "How it speaks; by default plain, as most others than AWS do.")
  private @Nullable Dialect dialect;

  @Option(names = "--database-endpoint", paramLabel = "URL", hidden = true)
  private @Nullable URI database;

  @Option(names = "--rekognition-endpoint", paramLabel = "URL", hidden = true)
  private @Nullable URI rekognition;

  /// What the options say, if they say where.
  ///
  /// @throws ParameterException when they say half of it
  Optional<CloudSettings> settings(CommandLine line) {
    String inRegion = region;
    String raw = rawBucket;
    if (inRegion == null && raw == null) {
      return Optional.empty();
    }
    if (inRegion == null || raw == null) {
      throw new ParameterException(line, "give --region and --raw-bucket together");
    }
    String thumbs = thumbsBucket == null ? raw + "-thumbs" : thumbsBucket;
    Dialect usual = endpoint == null ? Dialect.AWS : Dialect.PLAIN;
    Store store =
        new Store(
            raw, inRegion, endpoint, dialect == null ? usual : dialect, encryption, raw, thumbs);
    return Optional.of(
        new CloudSettings(
            inRegion,
            profile,
            List.of(store),
            Tables.prefixed(tablePrefix, database),
            new Recognition(faces, collection, mostDollars, rekognition),
            CloudSettings.USUAL_VIEW_SECONDS));
  }
}
