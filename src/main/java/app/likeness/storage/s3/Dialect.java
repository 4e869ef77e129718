package app.likeness.storage.s3;

/// Which of S3's words a store understands.
///
/// @param pathStyle whether the bucket stands in the path, and not in the host's name
/// @param checksums whether it compares content with `x-amz-checksum-sha256`; where not, our own
///     requests carry a Content-MD5 if they need any, and tickets no checksum
/// @param absence whether it honours `If-None-Match: *`, so that nothing is ever replaced
public record Dialect(boolean pathStyle, boolean checksums, boolean absence) {
  public static final Dialect AWS = new Dialect(false, true, true);

  /// S3Proxy's.
  public static final Dialect S3PROXY = new Dialect(true, true, true);

  /// That of Ceph's radosgw, and of most who speak like S3.
  public static final Dialect PLAIN = new Dialect(true, false, false);
}
