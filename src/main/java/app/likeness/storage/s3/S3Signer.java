package app.likeness.storage.s3;

import app.likeness.storage.NewObject;
import app.likeness.storage.UploadTicket;
import app.likeness.storage.ViewUrl;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
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
/// It calls the SDK's signer and not its `S3Presigner`, which dates signatures by this computer's
/// clock alone.
public final class S3Signer {
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final URI bucketUrl;
  private final String bucket;
  private final String region;
  private final Supplier<AwsCredentialsIdentity> keys;
  private final InstantSource clock;

  /// @param bucketUrl what a slash and a key are appended to, with the bucket in its host or path
  /// @param keys asked at each signature, since some live for an hour only
  /// @param clock the server's time, see [ServerClock]
  public S3Signer(
      URI bucketUrl,
      String bucket,
      String region,
      Supplier<AwsCredentialsIdentity> keys,
      InstantSource clock) {
    this.bucketUrl = bucketUrl;
    this.bucket = bucket;
    this.region = region;
    this.keys = keys;
    this.clock = clock;
  }

  /// @param life within which the transfer must start
  public UploadTicket.Put put(NewObject object, Duration life) {
    SequencedMap<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", object.type());
    headers.put("Content-Length", Long.toString(object.bytes()));
    headers.put(
        "x-amz-checksum-sha256",
        Base64.getEncoder().encodeToString(HexFormat.of().parseHex(object.sha256())));
    headers.put("If-None-Match", "*");
    Instant now = now();
    URI url = presign(SdkHttpMethod.PUT, object.key(), headers, now, life);
    return new UploadTicket.Put(url, headers, now.plus(life));
  }

  /// @param life within which the transfer must start
  public UploadTicket.Form form(NewObject object, Duration life) {
    Instant now = now();
    PostPolicy policy = new PostPolicy(bucket, object, now, now.plus(life));
    return new UploadTicket.Form(bucketUrl, policy.fields(keys.get(), region), now.plus(life));
  }

  public ViewUrl view(String key, Duration life) {
    Instant now = now();
    return new ViewUrl(
        presign(SdkHttpMethod.GET, key, new LinkedHashMap<>(), now, life), now.plus(life));
  }

  // A signature is dated to the second.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private URI presign(
      SdkHttpMethod method,
      String key,
      SequencedMap<String, String> headers,
      Instant now,
      Duration life) {
    URI object = URI.create(bucketUrl + "/" + SdkHttpUtils.urlEncodeIgnoreSlashes(key));
    SdkHttpRequest.Builder request = SdkHttpRequest.builder().method(method).uri(object);
    headers.forEach(request::putHeader);
    return signer
        .sign(
            sign ->
                sign.identity(keys.get())
                    .request(request.build())
                    .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(now, ZoneOffset.UTC))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                    .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                    .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, life)
                    .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                    .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                    .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false))
        .request()
        .getUri();
  }
}
