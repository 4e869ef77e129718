package app.likeness.storage.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The parts of AWS Signature Version 4 that a POST policy needs and the SDK does not offer.
final class SigV4 {
  static final String ALGORITHM = "AWS4-HMAC-SHA256";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int DAY = 8;

  private SigV4() {}

  /// A time as `x-amz-date` writes it: `20261121T100000Z`.
  static String time(Instant at) {
    return TIME.format(at);
  }

  /// What a signature is good for: `20261121/eu-central-1/s3/aws4_request`.
  static String scope(String time, String region) {
    return time.substring(0, DAY) + "/" + region + "/s3/aws4_request";
  }

  /// Signs a text: HMAC-SHA-256 under a key derived by the scope's four steps, in hex.
  ///
  /// Source: AWS, "Authenticating Requests (AWS Signature Version 4)", calculating a signature.
  static String sign(String secret, String scope, String text) {
    byte[] key = ("AWS4" + secret).getBytes(UTF_8);
    for (String step : scope.split("/", -1)) {
      key = hmac(key, step);
    }
    return HexFormat.of().formatHex(hmac(key, text));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }
}
