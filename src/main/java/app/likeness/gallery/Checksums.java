package app.likeness.gallery;

import java.security.MessageDigest;
import java.util.HexFormat;

/// What tells one content from another, both computed in one pass over it.
///
/// @param sha256 64 lower-case hex digits; names the photo
/// @param sha1 40 lower-case hex digits; only other programs ask by it
record Checksums(String sha256, String sha1) {
  private static final int CHUNK = 1 << 16;

  static Checksums of(byte[] data) {
    MessageDigest sha256 = Hashes.digest("SHA-256");
    MessageDigest sha1 = Hashes.digest("SHA-1");
    // Chunk by chunk, so that the second finds in the cache what the first has read.
    for (int from = 0; from < data.length; from += CHUNK) {
      int length = Math.min(CHUNK, data.length - from);
      sha256.update(data, from, length);
      sha1.update(data, from, length);
    }
    return new Checksums(hex(sha256), hex(sha1));
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}
