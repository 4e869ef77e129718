package app.likeness.storage.s3;

import app.likeness.model.GalleryException;
import app.likeness.storage.Upload;
import app.likeness.storage.UploadTicket;
import app.likeness.storage.ViewUrl;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Supplier;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/// Mints tickets and view URLs for the objects of one bucket; signing asks nobody.
///
/// What is signed by a session ends with the session at the latest, and says so. It calls the SDK's
/// signer and not its `S3Presigner`, which dates signatures by this computer's clock alone.
public final class S3Signer {
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final URI bucketUrl;
  private final String bucket;
  private final String region;
  private final Terms terms;
  private final Supplier<? extends AwsCredentialsIdentity> keys;
  private final InstantSource clock;

  /// A signer for a store that understands all that a ticket can say.
  ///
  /// @param bucketUrl what a slash and a key are appended to, with the bucket in its host or path
  /// @param keys asked at each signature, since some live for an hour only
  /// @param clock the server's time, see [ServerClock]
  public S3Signer(
      URI bucketUrl,
      String bucket,
      String region,
      Supplier<? extends AwsCredentialsIdentity> keys,
      InstantSource clock) {
    this(
        bucketUrl,
        bucket,
        region,
        new Terms(Dialect.S3PROXY, new Encryption.AsTheBucket()),
        keys,
        clock);
  }

  S3Signer(
      URI bucketUrl,
      String bucket,
      String region,
      Terms terms,
      Supplier<? extends AwsCredentialsIdentity> keys,
      InstantSource clock) {
    this.bucketUrl = bucketUrl;
    this.bucket = bucket;
    this.region = region;
    this.terms = terms;
    this.keys = keys;
    this.clock = clock;
  }

  /// @param life within which the transfer must start
  /// @throws GalleryException.Denied when the session that signs is over
  public UploadTicket.Put put(Upload object, Duration life) {
    SequencedMap<String, String> headers = terms.headers(object);
    Leave leave = leave(life);
    URI url = leave.presign(SdkHttpMethod.PUT, object.key(), headers);
    return new UploadTicket.Put(url, headers, leave.until);
  }

  /// @param life within which the transfer must start
  /// @throws GalleryException.Denied when the session that signs is over
  public UploadTicket.Form form(Upload object, Duration life) {
    Leave leave = leave(life);
    PostPolicy policy = new PostPolicy(bucket, object, terms, leave.from, leave.until);
    return new UploadTicket.Form(bucketUrl, policy.fields(leave.keys, region), leave.until);
  }

  /// @throws GalleryException.Denied when the session that signs is over
  public ViewUrl view(String key, Duration life) {
    Leave leave = leave(life);
    return new ViewUrl(leave.presign(SdkHttpMethod.GET, key, Map.of()), leave.until);
  }

  // A signature is dated to the second.
  private Leave leave(Duration life) {
    AwsCredentialsIdentity now = keys.get();
    Instant from = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant asked = from.plus(life);
    Instant until =
        now.expirationTime()
            .map(end -> end.truncatedTo(ChronoUnit.SECONDS))
            .filter(asked::isAfter)
            .orElse(asked);
    if (!until.isAfter(from)) {
      throw new GalleryException.Denied(Failures.SIGNED_OUT, null);
    }
    return new Leave(now, from, until);
  }

  /// From when to when whose signature holds.
  private final class Leave {
    private final AwsCredentialsIdentity keys;
    private final Instant from;
    private final Instant until;

    Leave(AwsCredentialsIdentity keys, Instant from, Instant until) {
      this.keys = keys;
      this.from = from;
      this.until = until;
    }

    URI presign(SdkHttpMethod method, String key, Map<String, String> headers) {
      URI object = URI.create(bucketUrl + "/" + SdkHttpUtils.urlEncodeIgnoreSlashes(key));
      SdkHttpRequest.Builder request = SdkHttpRequest.builder().method(method).uri(object);
      headers.forEach(request::putHeader);
      return signer
          .sign(
              sign ->
                  sign.identity(keys)
                      .request(request.build())
                      .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(from, ZoneOffset.UTC))
                      .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                      .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                      .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                      .putProperty(
                          AwsV4HttpSigner.EXPIRATION_DURATION, Duration.between(from, until))
                      .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                      .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                      .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false))
          .request()
          .getUri();
    }
  }
}
