package app.likeness.storage.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.likeness.storage.NewObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import tools.jackson.databind.json.JsonMapper;

/// The conditions that a form must meet to be taken: this bucket, key, type, checksum and length.
///
/// Source: AWS, "Browser-Based Uploads Using POST"; the SDK has nothing for it.
record PostPolicy(String bucket, NewObject object, Instant from, Instant until) {

  /// The form's fields in their order, the policy and its signature last.
  SequencedMap<String, String> fields(AwsCredentialsIdentity keys, String region) {
    String time = SigV4.time(from);
    String scope = SigV4.scope(time, region);
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    fields.put("key", object.key());
    fields.put("Content-Type", object.type());
    fields.put("x-amz-checksum-sha256", base64(HexFormat.of().parseHex(object.sha256())));
    fields.put("x-amz-algorithm", SigV4.ALGORITHM);
    fields.put("x-amz-credential", keys.accessKeyId() + "/" + scope);
    fields.put("x-amz-date", time);
    if (keys instanceof AwsSessionCredentialsIdentity session) {
      fields.put("x-amz-security-token", session.sessionToken());
    }
    String policy = base64(json(fields).getBytes(UTF_8));
    fields.put("policy", policy);
    fields.put("x-amz-signature", SigV4.sign(keys.secretAccessKey(), scope, policy));
    return fields;
  }

  private String json(SequencedMap<String, String> fields) {
    List<List<Object>> conditions = new ArrayList<>();
    conditions.add(List.of("eq", "$bucket", bucket));
    fields.forEach((name, value) -> conditions.add(List.of("eq", "$" + name, value)));
    conditions.add(List.of("content-length-range", object.bytes(), object.bytes()));
    return JsonMapper.shared()
        .writeValueAsString(Map.of("expiration", until.toString(), "conditions", conditions));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
