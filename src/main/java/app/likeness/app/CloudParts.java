package app.likeness.app;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.dynamodb.DynamoAccess;
import app.likeness.catalog.dynamodb.TableNames;
import app.likeness.faces.rekognition.RekognitionAccess;
import app.likeness.gallery.CloudSettings;
import app.likeness.gallery.CloudSettings.Store;
import app.likeness.storage.ObjectKeys;
import app.likeness.storage.ObjectStore;
import app.likeness.storage.Target;
import app.likeness.storage.Targets;
import app.likeness.storage.s3.Dialect;
import app.likeness.storage.s3.Encryption;
import app.likeness.storage.s3.S3Description;
import app.likeness.storage.s3.S3ObjectStore;
import app.likeness.storage.s3.ServerClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/// What settings of the cloud come to: who signs, and where stores, tables and faces are.
///
/// @param credentials asked whenever something is signed; what they are is kept nowhere
record CloudParts(CloudSettings settings, AwsCredentialsProvider credentials) {
  static CloudParts of(CloudSettings settings) {
    String profile = settings.profile();
    return new CloudParts(
        settings,
        profile == null
            ? DefaultCredentialsProvider.builder().build()
            : ProfileCredentialsProvider.create(profile));
  }

  DynamoAccess database() {
    return new DynamoAccess(
        Region.of(settings.region()), credentials, settings.tables().endpoint());
  }

  TableNames tables() {
    CloudSettings.Tables names = settings.tables();
    return new TableNames(
        names.photos(), names.persons(), names.occurrences(), names.faces(), names.decisions());
  }

  RekognitionAccess collection() {
    CloudSettings.Recognition faces = settings.recognition();
    return new RekognitionAccess(
        Region.of(settings.region()), credentials, faces.endpoint(), faces.collection());
  }

  static S3Description description(Store store) {
    SequencedMap<String, String> buckets = new LinkedHashMap<>();
    buckets.put(ObjectKeys.RAW, store.rawBucket());
    buckets.put(ObjectKeys.THUMBS, store.thumbsBucket());
    buckets.put(ObjectKeys.FACES, store.thumbsBucket());
    return new S3Description(
        store.endpoint(), store.region(), dialect(store), encryption(store.encryption()), buckets);
  }

  private static Dialect dialect(Store store) {
    return switch (store.dialect()) {
      case AWS -> Dialect.AWS;
      case PLAIN -> Dialect.PLAIN;
      case S3PROXY -> Dialect.S3PROXY;
    };
  }

  private static Encryption encryption(@Nullable String encryption) {
    if (encryption == null) {
      return new Encryption.AsTheBucket();
    }
    return encryption.equals("AES256") ? new Encryption.Aes256() : new Encryption.Kms(encryption);
  }

  S3ObjectStore store(Store store, ServerClock clock) {
    return new S3ObjectStore(
        description(store), credentials, clock, Duration.ofSeconds(settings.viewSeconds()));
  }

  /// All stores as one; of several, one that is away does not keep a gallery from opening.
  ///
  /// @param clock learns the time of whichever server answers
  /// @param notice told when another store is used than before
  ObjectStore stores(Catalog catalog, ServerClock clock, Consumer<String> notice) {
    if (settings.stores().size() == 1) {
      S3ObjectStore only = store(settings.stores().getFirst(), clock);
      try {
        only.check();
        return only;
      } catch (RuntimeException e) {
        only.close();
        throw e;
      }
    }
    List<Target> targets = new ArrayList<>();
    settings.stores().forEach(one -> targets.add(new Target(one.name(), store(one, clock))));
    return new Targets(targets, new Whereabouts(catalog.photos())::bucket, notice, clock);
  }
}
