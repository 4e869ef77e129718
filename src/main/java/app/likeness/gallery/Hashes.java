package app.likeness.gallery;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The hash that names photos.
final class Hashes {
  private static final int BUFFER = 1 << 16;

  private Hashes() {}

  /// SHA-256 as 64 lower-case hex digits.
  static String sha256(byte[] data) {
    return HexFormat.of().formatHex(digest("SHA-256").digest(data));
  }

  /// SHA-256 of all that a stream still gives.
  static String sha256(InputStream in) throws IOException {
    MessageDigest digest = digest("SHA-256");
    byte[] buffer = new byte[BUFFER];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      digest.update(buffer, 0, n);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has " + algorithm, e);
    }
  }
}
