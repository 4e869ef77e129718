package app.likeness.storage.s3;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionByDefault;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/// One thing that must hold for a bucket of photos.
///
/// @param words what setting it does, with `%s` for the bucket
/// @param check whether it holds; an error of "not found" says that it does not
/// @param setting makes it hold
record BucketRule(String words, Predicate<String> check, Consumer<String> setting) {
  private static final int DAYS = 7;
  private static final int NOT_FOUND = 404;
  private static final List<String> METHODS = List.of("GET", "HEAD", "PUT", "POST");

  static List<BucketRule> all(S3Client s3, Encryption encryption, List<String> origins) {
    List<BucketRule> rules = new ArrayList<>();
    rules.add(hidden(s3));
    rules.add(owned(s3));
    rules.add(encrypted(s3, encryption));
    rules.add(tidy(s3));
    if (!origins.isEmpty()) {
      rules.add(open(s3, origins));
    }
    return rules;
  }

  String sentence(String bucket) {
    return words.formatted(bucket);
  }

  boolean holds(String bucket) {
    return check.test(bucket);
  }

  void set(String bucket) {
    setting.accept(bucket);
  }

  private static BucketRule hidden(S3Client s3) {
    PublicAccessBlockConfiguration block =
        PublicAccessBlockConfiguration.builder()
            .blockPublicAcls(true)
            .blockPublicPolicy(true)
            .ignorePublicAcls(true)
            .restrictPublicBuckets(true)
            .build();
    return new BucketRule(
        "Keep the bucket %s private, whatever its policy or its objects say.",
        bucket ->
            block.equals(
                s3.getPublicAccessBlock(b -> b.bucket(bucket)).publicAccessBlockConfiguration()),
        bucket ->
            s3.putPublicAccessBlock(
                b -> b.bucket(bucket).publicAccessBlockConfiguration(block)));
  }

  private static BucketRule owned(S3Client s3) {
    OwnershipControlsRule ours =
        OwnershipControlsRule.builder()
            .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
            .build();
    return new BucketRule(
        "Let the owner of the bucket %s own all objects in it, without access lists.",
        bucket ->
            s3.getBucketOwnershipControls(b -> b.bucket(bucket)).ownershipControls().rules()
                .contains(ours),
        bucket ->
            s3.putBucketOwnershipControls(
                b -> b.bucket(bucket).ownershipControls(c -> c.rules(ours))));
  }

  private static BucketRule encrypted(S3Client s3, Encryption encryption) {
    ServerSideEncryptionByDefault wanted = byDefault(encryption);
    ServerSideEncryptionRule ours =
        ServerSideEncryptionRule.builder().applyServerSideEncryptionByDefault(wanted).build();
    return new BucketRule(
        "Encrypt what is stored in the bucket %s.",
        bucket ->
            s3
                .getBucketEncryption(b -> b.bucket(bucket))
                .serverSideEncryptionConfiguration()
                .rules()
                .stream()
                .map(ServerSideEncryptionRule::applyServerSideEncryptionByDefault)
                .filter(Objects::nonNull)
                .anyMatch(has -> encryption instanceof Encryption.AsTheBucket || has.equals(wanted)),
        bucket ->
            s3.putBucketEncryption(
                b -> b.bucket(bucket).serverSideEncryptionConfiguration(c -> c.rules(ours))));
  }

  private static ServerSideEncryptionByDefault byDefault(Encryption encryption) {
    return switch (encryption) {
      case Encryption.Kms(String key) ->
          ServerSideEncryptionByDefault.builder()
              .sseAlgorithm(ServerSideEncryption.AWS_KMS)
              .kmsMasterKeyID(key)
              .build();
      case Encryption.Aes256 _, Encryption.AsTheBucket _ ->
          ServerSideEncryptionByDefault.builder()
              .sseAlgorithm(ServerSideEncryption.AES256)
              .build();
    };
  }

  private static BucketRule tidy(S3Client s3) {
    LifecycleRule ours =
        LifecycleRule.builder()
            .id("likeness-incomplete-uploads")
            .status(ExpirationStatus.ENABLED)
            .filter(f -> f.prefix(""))
            .abortIncompleteMultipartUpload(a -> a.daysAfterInitiation(DAYS))
            .build();
    return new BucketRule(
        "Remove uploads to the bucket %s that were not completed within " + DAYS + " days.",
        bucket ->
            s3.getBucketLifecycleConfiguration(b -> b.bucket(bucket)).rules().stream()
                .anyMatch(
                    rule ->
                        rule.status() == ExpirationStatus.ENABLED
                            && rule.abortIncompleteMultipartUpload() != null),
        bucket -> {
          List<LifecycleRule> rules =
              had(() -> s3.getBucketLifecycleConfiguration(b -> b.bucket(bucket)).rules());
          rules.add(ours);
          s3.putBucketLifecycleConfiguration(
              b -> b.bucket(bucket).lifecycleConfiguration(c -> c.rules(rules)));
        });
  }

  private static BucketRule open(S3Client s3, List<String> origins) {
    CORSRule ours =
        CORSRule.builder()
            .allowedOrigins(origins)
            .allowedMethods(METHODS)
            .allowedHeaders("*")
            .exposeHeaders("ETag")
            .maxAgeSeconds(3000)
            .build();
    return new BucketRule(
        "Let web pages of " + String.join(", ", origins) + " send to and show from the bucket %s.",
        bucket ->
            s3.getBucketCors(b -> b.bucket(bucket)).corsRules().stream()
                .anyMatch(
                    rule ->
                        rule.allowedOrigins().containsAll(origins)
                            && rule.allowedMethods().containsAll(METHODS)),
        bucket -> {
          List<CORSRule> rules = had(() -> s3.getBucketCors(b -> b.bucket(bucket)).corsRules());
          rules.add(ours);
          s3.putBucketCors(b -> b.bucket(bucket).corsConfiguration(c -> c.corsRules(rules)));
        });
  }

  /// The rules that others have set, which stay.
  private static <T> List<T> had(Supplier<List<T>> reading) {
    try {
      return new ArrayList<>(reading.get());
    } catch (AwsServiceException e) {
      if (e.statusCode() == NOT_FOUND) {
        return new ArrayList<>();
      }
      throw e;
    }
  }
}
