package app.likeness.storage.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.storage.NewObject;
import app.likeness.storage.Samples;
import app.likeness.storage.UploadTicket;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.MinioClient;
import io.minio.PostPolicy;
import io.minio.credentials.StaticProvider;
import io.minio.http.Method;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Our POST policies against those of MinIO's client.
class PostPolicyTest {
  private static final AwsCredentialsIdentity KEYS =
      AwsCredentialsIdentity.create("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
  private static final URI BUCKET_URL = URI.create("http://127.0.0.1:9/likeness");
  private static final String REGION = "eu-central-1";
  private static final NewObject OBJECT =
      Samples.object("photos-raw/2026/beach-0123.jpg", Samples.bytes(1234, 1));

  @Test
  void signaturesEqualThoseOfMiniosClient() throws Exception {
    Map<String, String> theirs = minio();
    String scope = SigV4.scope(theirs.get("x-amz-date"), REGION);
    assertThat(theirs.get("x-amz-credential")).isEqualTo(KEYS.accessKeyId() + "/" + scope);
    assertThat(SigV4.sign(KEYS.secretAccessKey(), scope, theirs.get("policy")))
        .isEqualTo(theirs.get("x-amz-signature"));
  }

  @Test
  void conditionsEqualThoseOfMiniosClient() throws Exception {
    Map<String, String> theirs = minio();
    Instant when =
        Instant.from(
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssX").parse(theirs.get("x-amz-date")));
    S3Signer signer = new S3Signer(BUCKET_URL, "likeness", REGION, () -> KEYS, () -> when);
    UploadTicket.Form ours = signer.form(OBJECT, Duration.ofSeconds(120));
    assertThat(conditions(ours.fields())).isEqualTo(conditions(theirs));
    assertThat(ours.fields()).containsAllEntriesOf(without(theirs, "policy", "x-amz-signature"));
    assertThat(ours.expires()).isEqualTo(when.plusSeconds(120));
  }

  @Test
  void aSessionsTokenIsInThePolicy() {
    AwsCredentialsIdentity session = AwsSessionCredentialsIdentity.create("id", "secret", "token");
    S3Signer signer =
        new S3Signer(BUCKET_URL, "likeness", REGION, () -> session, () -> Instant.EPOCH);
    UploadTicket.Form form = signer.form(OBJECT, Duration.ofSeconds(120));
    assertThat(form.fields()).containsEntry("x-amz-security-token", "token");
    assertThat(conditions(form.fields())).contains("[\"eq\",\"$x-amz-security-token\",\"token\"]");
  }

  @Test
  void aSessionsViewUrlsEqualThoseOfMiniosClient() throws Exception {
    AwsSessionCredentialsIdentity session =
        AwsSessionCredentialsIdentity.create(KEYS.accessKeyId(), KEYS.secretAccessKey(), "a/b+c==");
    MinioClient client =
        MinioClient.builder()
            .endpoint("http://127.0.0.1:9")
            .region(REGION)
            .credentialsProvider(
                new StaticProvider(
                    session.accessKeyId(), session.secretAccessKey(), session.sessionToken()))
            .build();
    Map<String, String> theirs =
        query(
            client.getPresignedObjectUrl(
                GetPresignedObjectUrlArgs.builder()
                    .method(Method.GET)
                    .bucket("likeness")
                    .object(OBJECT.key())
                    .expiry(3600)
                    .build()));
    client.close();
    Instant when =
        Instant.from(
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssX").parse(theirs.get("X-Amz-Date")));
    S3Signer signer = new S3Signer(BUCKET_URL, "likeness", REGION, () -> session, () -> when);
    assertThat(query(signer.view(OBJECT.key(), Duration.ofHours(1)).url().toString()))
        .isEqualTo(theirs);
  }

  private static Map<String, String> query(String url) {
    return Stream.of(url.substring(url.indexOf('?') + 1).split("&", -1))
        .map(each -> each.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  private static Map<String, String> minio() throws Exception {
    PostPolicy policy =
        new PostPolicy("likeness", Instant.now().plusSeconds(120).atZone(ZoneOffset.UTC));
    UploadTicket.Form ours =
        new S3Signer(BUCKET_URL, "likeness", REGION, () -> KEYS, Instant::now)
            .form(OBJECT, Duration.ofSeconds(120));
    policy.addEqualsCondition("key", OBJECT.key());
    policy.addEqualsCondition("Content-Type", OBJECT.type());
    policy.addEqualsCondition(
        "x-amz-checksum-sha256", ours.fields().get("x-amz-checksum-sha256"));
    policy.addContentLengthRangeCondition(OBJECT.bytes(), OBJECT.bytes());
    MinioClient client =
        MinioClient.builder()
            .endpoint("http://127.0.0.1:9")
            .region(REGION)
            .credentials(KEYS.accessKeyId(), KEYS.secretAccessKey())
            .build();
    Map<String, String> signed = client.getPresignedPostFormData(policy);
    client.close();
    return signed;
  }

  private static Set<String> conditions(Map<String, String> fields) {
    String json = new String(Base64.getDecoder().decode(fields.get("policy")), UTF_8);
    return JsonMapper.shared().readTree(json).get("conditions").valueStream()
        .map(JsonNode::toString)
        .collect(Collectors.toSet());
  }

  private static Map<String, String> without(Map<String, String> fields, String... names) {
    return fields.entrySet().stream()
        .filter(field -> !Set.of(names).contains(field.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
