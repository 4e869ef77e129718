package app.likeness.storage.s3;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;

/// Creates the buckets that a store lacks, and sets what keeps photos private; all that is there
/// stays as it is.
public final class BucketSetup implements AutoCloseable {
  private static final String NO_CONSTRAINT = "us-east-1";
  private static final int NOT_FOUND = 404;

  // How stores answer what they do not know: wrong, not found, not allowed, not implemented.
  private static final Set<Integer> UNKNOWN = Set.of(400, NOT_FOUND, 405, 501);

  private final S3Description description;
  private final S3Client client;
  private final List<BucketRule> rules;

  /// @param origins web pages that may send and show photos, such as `https://photos.example`
  public BucketSetup(
      S3Description description, AwsCredentialsProvider credentials, List<String> origins) {
    this.description = description;
    this.client =
        Clients.of(description, credentials, new ServerClock(InstantSource.system()));
    this.rules = BucketRule.all(client, description.encryption(), origins);
  }

  /// What [#apply] would do now, a sentence each; empty when nothing is missing.
  ///
  /// @throws app.likeness.model.GalleryException.Denied when the sign-in may not look
  public List<String> plan() {
    List<String> sentences = new ArrayList<>();
    for (String bucket : description.bucketNames()) {
      if (exists(bucket)) {
        missing(bucket).forEach(rule -> sentences.add(rule.sentence(bucket)));
      } else {
        sentences.add("Create the bucket " + bucket + " in " + description.region() + ".");
        rules.forEach(rule -> sentences.add(rule.sentence(bucket)));
      }
    }
    return sentences;
  }

  /// Does it; a second time does nothing.
  ///
  /// @param done told each sentence once it is true
  /// @return what this store does not take, a sentence each
  public List<String> apply(Consumer<String> done) {
    List<String> without = new ArrayList<>();
    for (String bucket : description.bucketNames()) {
      if (!exists(bucket)) {
        told(bucket, () -> create(bucket));
        done.accept("Create the bucket " + bucket + " in " + description.region() + ".");
      }
      for (BucketRule rule : missing(bucket)) {
        told(bucket, () -> offered(() -> rule.set(bucket)));
        // Others answer well to what they do not know.
        if (holds(rule, bucket)) {
          done.accept(rule.sentence(bucket));
        } else {
          without.add("The store does not take this: " + rule.sentence(bucket));
        }
      }
    }
    return without;
  }

  private boolean exists(String bucket) {
    boolean[] there = {true};
    told(
        bucket,
        () -> {
          try {
            client.headBucket(b -> b.bucket(bucket));
          } catch (AwsServiceException e) {
            if (e.statusCode() != NOT_FOUND) {
              // The answer to a HEAD has no words; this asks for some.
              client.listObjectsV2(b -> b.bucket(bucket).maxKeys(1));
              throw e;
            }
            there[0] = false;
          }
        });
    return there[0];
  }

  private void create(String bucket) {
    CreateBucketRequest.Builder request = CreateBucketRequest.builder().bucket(bucket);
    if (!description.region().equals(NO_CONSTRAINT)) {
      request.createBucketConfiguration(c -> c.locationConstraint(description.region()));
    }
    client.createBucket(request.build());
  }

  private List<BucketRule> missing(String bucket) {
    return rules.stream().filter(rule -> !holds(rule, bucket)).toList();
  }

  private boolean holds(BucketRule rule, String bucket) {
    boolean[] holds = {false};
    told(bucket, () -> offered(() -> holds[0] = rule.holds(bucket)));
    return holds[0];
  }

  // What was never set is "not found", each with an error code of its own.
  private static void offered(Runnable request) {
    try {
      request.run();
    } catch (AwsServiceException e) {
      if (!UNKNOWN.contains(e.statusCode())) {
        throw e;
      }
    }
  }

  private void told(String bucket, Runnable requests) {
    new Failures(description.name(), bucket)
        .told(
            "The bucket " + bucket,
            () -> {
              requests.run();
              return bucket;
            });
  }

  @Override
  public void close() {
    client.close();
  }
}
