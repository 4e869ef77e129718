package app.likeness.storage.oss;

import org.jspecify.annotations.Nullable;

/// An access key of Aliyun.
///
/// @param token of the session that the key belongs to, `null` for a key that lasts
public record OssKeys(String id, String secret, @Nullable String token) {
  /// Shows no secret.
  @Override
  public String toString() {
    return "OssKeys[" + (token == null ? "lasting" : "session") + "]";
  }
}
