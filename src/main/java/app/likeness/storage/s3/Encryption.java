package app.likeness.storage.s3;

import java.util.Map;

/// How a store is asked to encrypt what it keeps; a ticket's signature says it too.
public sealed interface Encryption {
  String HEADER = "x-amz-server-side-encryption";

  /// The headers that ask for it.
  Map<String, String> headers();

  /// As the bucket is set up; AWS encrypts by itself.
  record AsTheBucket() implements Encryption {
    @Override
    public Map<String, String> headers() {
      return Map.of();
    }
  }

  /// With keys that the store keeps.
  record Aes256() implements Encryption {
    @Override
    public Map<String, String> headers() {
      return Map.of(HEADER, "AES256");
    }
  }

  /// With a key of a key management service.
  ///
  /// @param key its id or ARN
  record Kms(String key) implements Encryption {
    @Override
    public Map<String, String> headers() {
      return Map.of(HEADER, "aws:kms", HEADER + "-aws-kms-key-id", key);
    }
  }
}
