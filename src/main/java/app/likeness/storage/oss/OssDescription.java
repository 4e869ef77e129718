package app.likeness.storage.oss;

import app.likeness.storage.s3.Dialect;
import app.likeness.storage.s3.S3Description;
import java.net.URI;

/// Where a bucket of Aliyun OSS is.
///
/// @param bucketUrl what a slash and a key are appended to
/// @param region like `cn-hangzhou`
/// @param sts where temporary sessions are asked for
/// @param role the resource name (ARN) of the role that they take
/// @param prefix what every key of the project begins with, such as `photos-raw/`
public record OssDescription(
    URI bucketUrl, String region, String bucket, URI sts, String role, String prefix) {
  /// A bucket at its public address.
  public static OssDescription of(String region, String bucket, String role, String prefix) {
    return new OssDescription(
        URI.create("https://" + bucket + ".oss-" + region + ".aliyuncs.com"),
        region,
        bucket,
        URI.create("https://sts." + region + ".aliyuncs.com/"),
        role,
        prefix);
  }

  /// The same bucket by OSS's S3-compatible door: it takes the bucket in the host's name only, and
  /// neither chunks nor S3's checksums.
  public S3Description s3() {
    return S3Description.at(
        URI.create("https://s3.oss-" + region + ".aliyuncs.com"),
        "oss-" + region,
        new Dialect(false, false, false),
        bucket);
  }
}
