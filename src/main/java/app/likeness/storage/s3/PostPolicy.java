package app.likeness.storage.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.likeness.storage.NewObject;
import app.likeness.storage.UnseenObject;
import app.likeness.storage.Upload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
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
record PostPolicy(String bucket, Upload object, Terms terms, Instant from, Instant until) {

  /// The form's fields in their order, the policy and its signature last.
  SequencedMap<String, String> fields(AwsCredentialsIdentity keys, String region) {
    String time = SigV4.time(from);
    String scope = SigV4.scope(time, region);
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    fields.put("key", object.key());
    fields.putAll(terms.common(object));
    fields.put("x-amz-algorithm", SigV4.ALGORITHM);
    fields.put("x-amz-credential", keys.accessKeyId() + "/" + scope);
    fields.put("x-amz-date", time);
    if (keys instanceof AwsSessionCredentialsIdentity session) {
      fields.put("x-amz-security-token", session.sessionToken());
    }
    String policy = Base64.getEncoder().encodeToString(json(fields).getBytes(UTF_8));
    fields.put("policy", policy);
    fields.put("x-amz-signature", SigV4.sign(keys.secretAccessKey(), scope, policy));
    return fields;
  }

  private String json(SequencedMap<String, String> fields) {
    List<List<Object>> conditions = new ArrayList<>();
    conditions.add(List.of("eq", "$bucket", bucket));
    fields.forEach((name, value) -> conditions.add(condition(name, value)));
    conditions.add(
        switch (object) {
          case NewObject known -> range(known.bytes(), known.bytes());
          case UnseenObject unseen -> range(1, unseen.longest());
        });
    return JsonMapper.shared()
        .writeValueAsString(Map.of("expiration", until.toString(), "conditions", conditions));
  }

  /// Of a picture that nobody has looked at only that it is one; a client may know which.
  private List<Object> condition(String name, String value) {
    return object instanceof UnseenObject && name.equals("Content-Type")
        ? List.of("starts-with", "$" + name, value.substring(0, value.indexOf('/') + 1))
        : List.of("eq", "$" + name, value);
  }

  private static List<Object> range(long least, long most) {
    return List.of("content-length-range", least, most);
  }
}
