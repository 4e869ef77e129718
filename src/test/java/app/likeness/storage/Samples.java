package app.likeness.storage;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/// Bytes to store.
public final class Samples {
  private Samples() {}

  /// Bytes that look random, the same for the same seed.
  public static byte[] bytes(int length, int seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  /// A new JPEG, by its type at least.
  public static NewObject object(String key, byte[] content) {
    return new NewObject(key, "image/jpeg", content.length, sha256(content));
  }

  public static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
