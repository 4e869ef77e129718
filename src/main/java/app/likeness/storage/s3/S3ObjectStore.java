package app.likeness.storage.s3;

import app.likeness.model.GalleryException;
import app.likeness.storage.ObjectKeys;
import app.likeness.storage.ObjectStore;
import app.likeness.storage.Upload;
import app.likeness.storage.UploadTicket;
import app.likeness.storage.ViewUrl;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Error;

/// Keeps objects in the buckets of AWS, or of any store that speaks like its S3.
public final class S3ObjectStore implements ObjectStore {
  // DeleteObjects takes no more at once.
  private static final int BATCH = 1000;
  private static final int FORBIDDEN = 403;
  private static final int UNAVAILABLE = 503;

  private final S3Description description;
  private final Duration viewLife;
  private final S3Client client;
  private final Map<String, S3Signer> signers = new HashMap<>();

  /// @param credentials asked at each request and each signature; what they are is kept nowhere
  public S3ObjectStore(S3Description description, AwsCredentialsProvider credentials) {
    this(description, credentials, new ServerClock(InstantSource.system()));
  }

  /// @param clock dates what is signed, and learns from each answer
  public S3ObjectStore(
      S3Description description, AwsCredentialsProvider credentials, ServerClock clock) {
    this(description, credentials, clock, VIEW_LIFE);
  }

  /// @param viewLife how long view URLs work, unless the signer's session ends before
  public S3ObjectStore(
      S3Description description,
      AwsCredentialsProvider credentials,
      ServerClock clock,
      Duration viewLife) {
    this.description = description;
    this.viewLife = viewLife;
    this.client = Clients.of(description, credentials, clock);
    for (String bucket : description.bucketNames()) {
      signers.put(
          bucket,
          new S3Signer(
              Clients.url(client, bucket),
              bucket,
              description.region(),
              new Terms(description.dialect(), description.encryption()),
              () -> failures(bucket).told("Your sign-in", credentials::resolveCredentials),
              clock));
    }
  }

  /// Asks each bucket for one key: returns if that is allowed, and learns the server's time.
  public void check() {
    description.bucketNames().forEach(this::check);
  }

  private void check(String bucket) {
    for (String prefix : description.prefixes(bucket)) {
      failures(bucket)
          .told(
              "The bucket " + bucket,
              () -> client.listObjectsV2(b -> b.bucket(bucket).prefix(prefix).maxKeys(1)));
    }
  }

  @Override
  public String bucket(String key) {
    return description.bucket(key);
  }

  @Override
  public UploadTicket.Put put(Upload object, Duration life) {
    return signer(object.key()).put(object, life);
  }

  @Override
  public UploadTicket.Form form(Upload object, Duration life) {
    return signer(object.key()).form(object, life);
  }

  @Override
  public Optional<ViewUrl> view(String key) {
    return Optional.of(signer(key).view(key, viewLife));
  }

  @Override
  public Optional<Long> size(String key) {
    String bucket = bucketOf(key);
    try {
      return Optional.of(
          failures(bucket)
              .told(key, () -> client.headObject(b -> b.bucket(bucket).key(key)))
              .contentLength());
    } catch (GalleryException.NotFound _) {
      return Optional.empty();
    } catch (GalleryException.Denied | GalleryException.Unsupported e) {
      // The answer to a HEAD has no words; this asks for some.
      if (lists(bucket, key)) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /// Whether a key is there, for one who may list only some prefixes: AWS denies such a one what is
  /// missing, as if it were forbidden.
  private boolean lists(String bucket, String key) {
    return failures(bucket)
        .told(
            "The bucket " + bucket,
            () -> client.listObjectsV2(b -> b.bucket(bucket).prefix(key).maxKeys(1)))
        .contents()
        .stream()
        .anyMatch(object -> object.key().equals(key));
  }

  @Override
  public void keys(String prefix, Consumer<String> each) {
    String bucket = description.bucket(prefix);
    failures(bucket)
        .told(
            "The bucket " + bucket,
            () -> {
              client
                  .listObjectsV2Paginator(b -> b.bucket(bucket).prefix(prefix))
                  .contents()
                  .forEach(object -> each.accept(object.key()));
              return prefix;
            });
  }

  @Override
  public InputStream open(String key) {
    String bucket = bucketOf(key);
    try {
      return failures(bucket)
          .told(key, () -> client.getObject(b -> b.bucket(bucket).key(key)));
    } catch (GalleryException.Denied e) {
      if (lists(bucket, key)) {
        throw e;
      }
      throw new GalleryException.NotFound(key + " is not there.");
    }
  }

  /// Looks whether it is there: S3 answers an upload when it is durable.
  @Override
  public void sync(String key) {
    if (size(key).isEmpty()) {
      throw new GalleryException.NotFound(key + " is not there.");
    }
  }

  @Override
  public void write(String key, String type, byte[] content) {
    String bucket = bucketOf(key);
    PutObjectRequest.Builder request =
        PutObjectRequest.builder().bucket(bucket).key(key).contentType(type);
    Clients.encrypt(request, description.encryption());
    failures(bucket)
        .told(key, () -> client.putObject(request.build(), RequestBody.fromBytes(content)));
  }

  @Override
  public void delete(Collection<String> keys) {
    Map<String, List<String>> byBucket =
        keys.stream().distinct().collect(Collectors.groupingBy(this::bucketOf));
    byBucket.forEach(
        (bucket, there) -> {
          for (int i = 0; i < there.size(); i += BATCH) {
            deleteBatch(bucket, there.subList(i, Math.min(i + BATCH, there.size())));
          }
        });
  }

  private void deleteBatch(String bucket, List<String> keys) {
    List<ObjectIdentifier> objects =
        keys.stream().map(key -> ObjectIdentifier.builder().key(key).build()).toList();
    DeleteObjectsResponse answer =
        failures(bucket)
            .told(
                "The bucket " + bucket,
                () ->
                    client.deleteObjects(
                        b -> b.bucket(bucket).delete(d -> d.objects(objects).quiet(true))));
    for (S3Error error : answer.errors()) {
      if (!"NoSuchKey".equals(error.code())) {
        throw failures(bucket)
            .told(
                error.code(),
                "AccessDenied".equals(error.code()) ? FORBIDDEN : UNAVAILABLE,
                error.key(),
                null);
      }
    }
  }

  private S3Signer signer(String key) {
    return Objects.requireNonNull(signers.get(bucketOf(key)));
  }

  private String bucketOf(String key) {
    ObjectKeys.check(key);
    return description.bucket(key);
  }

  private Failures failures(String bucket) {
    return new Failures(description.name(), bucket);
  }

  @Override
  public void close() {
    client.close();
  }
}
