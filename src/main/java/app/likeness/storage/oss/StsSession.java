package app.likeness.storage.oss;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.likeness.model.GalleryException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A temporary session that may only write, and only below the project's prefix.
///
/// It is used for all tickets until shortly before it ends, since asking for one is slow; then the
/// first who needs it renews it, and all others wait for that one.
///
/// Source: Aliyun, "AssumeRole" and "RPC mechanism: signatures".
public final class StsSession implements AutoCloseable {
  private static final Duration LIFE = Duration.ofHours(1);
  /// A ticket signed at the last moment must still be worth something.
  private static final Duration RESERVE = Duration.ofMinutes(5);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int OK = 200;

  private final OssDescription where;
  private final OssKeys keys;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private @Nullable Granted granted;

  /// @param keys that may take the role
  public StsSession(OssDescription where, OssKeys keys, InstantSource clock) {
    this.where = where;
    this.keys = keys;
    this.clock = clock;
  }

  /// What was granted, and until when.
  record Granted(OssKeys keys, Instant until) {}

  /// Keys that live for some minutes more at least.
  ///
  /// @throws GalleryException.Denied when the role may not be taken
  /// @throws GalleryException.Unavailable when the service does not answer
  Granted get() {
    lock.lock();
    try {
      Granted now = granted;
      if (now == null || clock.instant().plus(RESERVE).isAfter(now.until())) {
        now = ask();
        granted = now;
      }
      return now;
    } finally {
      lock.unlock();
    }
  }

  private Granted ask() {
    HttpRequest request =
        HttpRequest.newBuilder(where.sts())
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(signed(), UTF_8))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      return read(answer.statusCode(), new JsonMapper().readTree(answer.body()));
    } catch (IOException | JacksonException e) {
      // Its message may quote what was asked or answered.
      throw new GalleryException.Unavailable(
          "Aliyun's sign-in (STS) does not answer: check the network and try again.",
          new IOException(e.getClass().getSimpleName()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GalleryException.Unavailable("The sign-in was interrupted.", e);
    }
  }

  private static Granted read(int status, JsonNode answer) {
    if (status != OK) {
      String code = answer.path("Code").asString("status " + status);
      String why = "Aliyun's sign-in (STS) refused the role (" + code + ")";
      throw status / 100 == 4
          ? new GalleryException.Denied(why + ": check the access key and the role's trust.", null)
          : new GalleryException.Unavailable(why + ": try again.", null);
    }
    JsonNode it = answer.path("Credentials");
    return new Granted(
        new OssKeys(
            it.path("AccessKeyId").asString(),
            it.path("AccessKeySecret").asString(),
            it.path("SecurityToken").asString()),
        Instant.parse(it.path("Expiration").asString()));
  }

  private String signed() {
    Map<String, String> asked = new TreeMap<>();
    asked.put("Action", "AssumeRole");
    asked.put("Version", "2015-04-01");
    asked.put("Format", "JSON");
    asked.put("AccessKeyId", keys.id());
    asked.put("SignatureMethod", "HMAC-SHA1");
    asked.put("SignatureVersion", "1.0");
    asked.put("SignatureNonce", UUID.randomUUID().toString());
    asked.put("Timestamp", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    asked.put("RoleArn", where.role());
    asked.put("RoleSessionName", "likeness");
    asked.put("DurationSeconds", Long.toString(LIFE.toSeconds()));
    asked.put("Policy", policy());
    asked.put("Signature", signature(asked, keys.secret()));
    return query(asked);
  }

  /// Leave to put objects below the prefix, and nothing else.
  private String policy() {
    String objects = "acs:oss:*:*:" + where.bucket() + "/" + where.prefix() + "*";
    return JsonMapper.shared()
        .writeValueAsString(
            Map.of(
                "Version", "1",
                "Statement",
                    List.of(
                        Map.of(
                            "Effect", "Allow",
                            "Action", List.of("oss:PutObject"),
                            "Resource", List.of(objects)))));
  }

  static String signature(Map<String, String> asked, String secret) {
    String text = "POST&" + Hmac.encoded("/") + "&" + Hmac.encoded(query(asked));
    return Base64.getEncoder()
        .encodeToString(Hmac.of("HmacSHA1", (secret + "&").getBytes(UTF_8), text));
  }

  private static String query(Map<String, String> asked) {
    return new TreeMap<>(asked)
        .entrySet().stream()
            .map(each -> Hmac.encoded(each.getKey()) + "=" + Hmac.encoded(each.getValue()))
            .collect(Collectors.joining("&"));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
