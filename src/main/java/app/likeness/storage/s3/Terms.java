package app.likeness.storage.s3;

import app.likeness.storage.NewObject;
import app.likeness.storage.Upload;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What a ticket says of its object, as far as the store understands it.
record Terms(Dialect dialect, Encryption encryption) {

  /// What a form says as fields and a PUT as headers.
  SequencedMap<String, String> common(Upload object) {
    SequencedMap<String, String> terms = new LinkedHashMap<>();
    terms.put("Content-Type", object.type());
    if (dialect.checksums() && object instanceof NewObject known) {
      terms.put("x-amz-checksum-sha256", checksum(known.sha256()));
    }
    // A plain client sends no header but the type; its objects are encrypted as the bucket says.
    if (object instanceof NewObject) {
      terms.putAll(encryption.headers());
    }
    return terms;
  }

  /// The headers of a PUT.
  SequencedMap<String, String> headers(Upload object) {
    SequencedMap<String, String> headers = common(object);
    if (object instanceof NewObject known) {
      headers.put("Content-Length", Long.toString(known.bytes()));
      if (dialect.absence()) {
        headers.put("If-None-Match", "*");
      }
    }
    return headers;
  }

  /// A SHA-256 in 64 hex digits, as S3 writes it.
  static String checksum(String sha256) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
  }
}
