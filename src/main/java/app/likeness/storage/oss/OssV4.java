package app.likeness.storage.oss;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// OSS's signature version 4, of one key at one moment.
///
/// Source: Aliyun OSS, "Include a V4 signature in a URL" and "Signature version 4 for PostObject".
record OssV4(OssKeys keys, String region, Instant at) {
  static final String ALGORITHM = "OSS4-HMAC-SHA256";

  private static final String HMAC = "HmacSHA256";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int DAY = 8;

  String time() {
    return TIME.format(at);
  }

  private String scope() {
    return time().substring(0, DAY) + "/" + region + "/oss/aliyun_v4_request";
  }

  /// What names the key and what its signature is good for.
  String credential() {
    return keys.id() + "/" + scope();
  }

  /// The URL with its signature.
  ///
  /// @param headers that must be sent exactly so; those that OSS signs are the type and `x-oss-*`
  URI presign(
      String method, URI bucketUrl, String bucket, String key, long seconds,
      SequencedMap<String, String> headers) {
    Map<String, String> query = new TreeMap<>();
    query.put("x-oss-signature-version", ALGORITHM);
    query.put("x-oss-credential", credential());
    query.put("x-oss-date", time());
    query.put("x-oss-expires", Long.toString(seconds));
    if (keys.token() != null) {
      query.put("x-oss-security-token", keys.token());
    }
    String path = "/" + path(key);
    String asked = query(query);
    String canonical =
        String.join(
            "\n", method, "/" + bucket + path, asked, canonical(headers), "", "UNSIGNED-PAYLOAD");
    String signature =
        sign(String.join("\n", ALGORITHM, time(), scope(), Hmac.sha256(canonical)));
    return URI.create(bucketUrl + path + "?" + asked + "&x-oss-signature=" + signature);
  }

  /// Signs a text, such as a form's policy, under a key derived by the scope's steps, in hex.
  String sign(String text) {
    byte[] key = ("aliyun_v4" + keys.secret()).getBytes(UTF_8);
    for (String step : scope().split("/", -1)) {
      key = Hmac.of(HMAC, key, step);
    }
    return HexFormat.of().formatHex(Hmac.of(HMAC, key, text));
  }

  private static String path(String key) {
    return Hmac.encoded(key).replace("%2F", "/");
  }

  private static String query(Map<String, String> query) {
    return query.entrySet().stream()
        .map(each -> Hmac.encoded(each.getKey()) + "=" + Hmac.encoded(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String canonical(Map<String, String> headers) {
    Map<String, String> sorted = new TreeMap<>();
    headers.forEach((name, value) -> sorted.put(name.toLowerCase(Locale.ROOT), value.strip()));
    return sorted.entrySet().stream()
        .filter(each -> each.getKey().equals("content-type") || each.getKey().startsWith("x-oss-"))
        .map(each -> each.getKey() + ":" + each.getValue() + "\n")
        .collect(Collectors.joining());
  }
}
