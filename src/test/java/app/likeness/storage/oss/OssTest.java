package app.likeness.storage.oss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.model.GalleryException;
import app.likeness.storage.NewObject;
import app.likeness.storage.UnseenObject;
import app.likeness.storage.UploadTicket;
import app.likeness.storage.VerifyingServer;
import com.aliyun.oss.ClientBuilderConfiguration;
import com.aliyun.oss.HttpMethod;
import com.aliyun.oss.OSS;
import com.aliyun.oss.OSSClientBuilder;
import com.aliyun.oss.common.auth.DefaultCredentialProvider;
import com.aliyun.oss.common.comm.SignVersion;
import com.aliyun.oss.model.GeneratePresignedUrlRequest;
import com.aliyuncs.auth.AcsURLEncoder;
import com.aliyuncs.auth.RpcSignatureComposer;
import com.aliyuncs.http.MethodType;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Signatures that Aliyun's own code agrees with, and sessions of a server that verifies them.
class OssTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final OssKeys LASTING = new OssKeys("LTAIexample", "long-lived+secret/", null);
  private static final OssKeys SESSION = new OssKeys("STS.example", "short secret", "to/ken+=&x");
  private static final String BUCKET = "photos";

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final InstantSource clock = now::get;
  private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
  private final VerifyingServer sts = new VerifyingServer((_, body) -> assumeRole(body));
  private final OssDescription where =
      new OssDescription(
          URI.create("https://photos.oss-cn-hangzhou.aliyuncs.com"), "cn-hangzhou", BUCKET,
          sts.url(), "acs:ram::1:role/uploader", "photos-raw/");
  private final StsSession session = new StsSession(where, LASTING, clock);
  private final OssTickets tickets = new OssTickets(where, session, clock);

  @AfterEach
  void close() {
    session.close();
    sts.close();
  }

  /// Grants a session for an hour to whoever signs as Aliyun's own client does.
  private VerifyingServer.Answer assumeRole(byte[] body) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
      String[] parts = pair.split("=", 2);
      fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    asked.add(Map.copyOf(fields));
    String signature = fields.remove("Signature");
    String text =
        RpcSignatureComposer.getComposer()
            .composeStringToSign(MethodType.POST, null, null, fields, null, null);
    byte[] key = (LASTING.secret() + "&").getBytes(StandardCharsets.UTF_8);
    String right = Base64.getEncoder().encodeToString(Hmac.of("HmacSHA1", key, text));
    return right.equals(signature)
        ? new VerifyingServer.Answer(
            200,
            """
            {"RequestId":"1","Credentials":{"AccessKeyId":"%s","AccessKeySecret":"%s",
             "SecurityToken":"%s","Expiration":"%s"}}"""
                .formatted(
                    SESSION.id(), SESSION.secret(), SESSION.token(),
                    now.get().plus(Duration.ofHours(1))))
        : new VerifyingServer.Answer(
            403, "{\"Code\":\"SignatureDoesNotMatch\",\"Message\":\"" + text + "\"}");
  }

  private static OSS oracle(OssKeys keys) {
    ClientBuilderConfiguration config = new ClientBuilderConfiguration();
    config.setSignatureVersion(SignVersion.V4);
    return OSSClientBuilder.create()
        .endpoint("https://oss-cn-hangzhou.aliyuncs.com")
        .region("cn-hangzhou")
        .credentialsProvider(new DefaultCredentialProvider(keys.id(), keys.secret(), keys.token()))
        .clientConfiguration(config)
        .build();
  }

  private static Map<String, String> query(String url) {
    Map<String, String> query = new HashMap<>();
    for (String pair : url.substring(url.indexOf('?') + 1).split("&", -1)) {
      String[] parts = pair.split("=", 2);
      query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return query;
  }

  private static Instant instant(String basic) {
    return Instant.parse(
        basic.replaceFirst("(\\d{4})(\\d\\d)(\\d\\dT\\d\\d)(\\d\\d)", "$1-$2-$3:$4:"));
  }

  @Test
  void aPresignedUrlIsTheOneThatAliyunsClientSigns() {
    String key = "photos-raw/2026/Ünï code+(1)~.jpg";
    for (OssKeys keys : List.of(LASTING, SESSION)) {
      OSS oracle = oracle(keys);
      var request = new GeneratePresignedUrlRequest(BUCKET, key, HttpMethod.PUT);
      request.setExpiration(Date.from(Instant.now().plusSeconds(100)));
      request.setContentType("image/jpeg");
      request.addHeader("x-oss-forbid-overwrite", "true");
      String theirs = oracle.generatePresignedUrl(request).toString();
      oracle.shutdown();
      Map<String, String> signed = query(theirs);
      OssV4 signer = new OssV4(keys, "cn-hangzhou", instant(signed.get("x-oss-date")));
      SequencedMap<String, String> headers = new LinkedHashMap<>();
      headers.put("x-oss-forbid-overwrite", "true");
      headers.put("Content-Type", "image/jpeg");
      headers.put("Content-Length", "5");

      URI ours =
          signer.presign(
              "PUT", where.bucketUrl(), BUCKET, key,
              Long.parseLong(signed.get("x-oss-expires")), headers);

      assertThat(query(ours.toString())).isEqualTo(signed);
      assertThat(ours.getHost()).isEqualTo("photos.oss-cn-hangzhou.aliyuncs.com");
    }
  }

  @Test
  void aFormsPolicyIsSignedAsAliyunsClientDoes() {
    UploadTicket.Form form =
        tickets.form(
            new UnseenObject("photos-raw/inbox/a.jpg", "image/*", 1000), Duration.ofHours(1));
    OSS oracle = oracle(SESSION);
    String policy = new String(
        Base64.getDecoder().decode(form.fields().get("policy")), StandardCharsets.UTF_8);

    assertThat(form.fields().get("x-oss-signature"))
        .isEqualTo(oracle.calculatePostSignature(policy, Date.from(NOW)));
    assertThat(policy)
        .contains("[\"content-length-range\",1,1000]", "[\"eq\",\"$bucket\",\"photos\"]")
        .contains("[\"starts-with\",\"$Content-Type\",\"image/\"]");
    oracle.shutdown();
  }

  @Test
  void theSessionMayOnlyWriteBelowThePrefixAndIsUsedUntilItsEndIsNear() {
    UploadTicket first = tickets.put(photo(1), Duration.ofMinutes(2));
    now.set(NOW.plus(Duration.ofMinutes(54)));
    tickets.put(photo(2), Duration.ofMinutes(2));
    assertThat(asked).hasSize(1);
    now.set(NOW.plus(Duration.ofMinutes(56)));
    UploadTicket renewed = tickets.put(photo(3), Duration.ofHours(3));

    assertThat(asked).hasSize(2);
    assertThat(first.expires()).isEqualTo(NOW.plus(Duration.ofMinutes(2)));
    assertThat(renewed.expires()).isEqualTo(NOW.plus(Duration.ofMinutes(56 + 60)));
    assertThat(asked.getFirst().get("Policy"))
        .contains("\"oss:PutObject\"", "\"acs:oss:*:*:photos/photos-raw/*\"")
        .doesNotContain("Get", "List", "Delete");
    assertThat(asked.getFirst()).containsEntry("RoleArn", where.role());
  }

  private static NewObject photo(int number) {
    return new NewObject("photos-raw/2026/" + number + ".jpg", "image/jpeg", 5, "0".repeat(64));
  }

  @Test
  void waitingWorkersShareOneRenewal() throws Exception {
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      NewObject photo = photo(i);
      workers.add(Thread.ofVirtual().start(() -> tickets.put(photo, Duration.ofMinutes(2))));
    }
    for (Thread worker : workers) {
      worker.join();
    }

    assertThat(asked).hasSize(1);
  }

  @Test
  void aRefusedRoleIsToldInOneSentenceAndAskedForAnew() {
    OssKeys wrong = new OssKeys(LASTING.id(), "another secret", null);
    try (StsSession refused = new StsSession(where, wrong, clock)) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(refused::get)
            .isInstanceOf(GalleryException.Denied.class)
            .hasMessageContaining("SignatureDoesNotMatch")
            .hasMessageNotContaining("another secret")
            .hasMessageNotContaining(LASTING.id());
      }
    }
    assertThat(asked).hasSize(2);
  }

  @Test
  void whatLiesElsewhereIsNotSigned() {
    assertThatThrownBy(
            () ->
                tickets.put(
                    new NewObject("faces-thumbs/x.jpg", "image/jpeg", 5, "0".repeat(64)),
                    Duration.ofMinutes(2)))
        .isInstanceOf(GalleryException.Unsupported.class);
    assertThat(asked).isEmpty();
  }

  @Test
  void nothingShowsASecret() throws Exception {
    UploadTicket put = tickets.put(photo(1), Duration.ofMinutes(2));

    assertThat(LASTING + " " + SESSION + " " + put + " " + session.get())
        .doesNotContain(LASTING.secret(), SESSION.secret(), SESSION.token(), SESSION.id());
    assertThat(AcsURLEncoder.percentEncode("a b*~/")).isEqualTo(Hmac.encoded("a b*~/"));
  }
}
