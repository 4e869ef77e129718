package app.likeness.storage.cloudinary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.model.GalleryException;
import app.likeness.storage.Backoff;
import app.likeness.storage.UploadTicket;
import app.likeness.storage.Uploader;
import app.likeness.storage.VerifyingServer;
import com.cloudinary.Util;
import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tickets that a server takes only if Cloudinary's own code would have signed them so.
class CloudinaryTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final CloudinaryAccount ACCOUNT =
      new CloudinaryAccount("my-cloud", "123456", "the secret");
  private static final Pattern FIELD =
      Pattern.compile("name=\"(\\w+)\"(; filename=\"[^\"]*\")?\r\n(?:[^\r]+\r\n)*\r\n(.*?)\r\n--",
          Pattern.DOTALL);

  @TempDir Path folder;
  private final VerifyingServer server = new VerifyingServer(CloudinaryTest::upload);
  private final Cloudinary cloudinary = cloudinary(ACCOUNT);

  private Cloudinary cloudinary(CloudinaryAccount account) {
    return new Cloudinary(
        account,
        server.url(),
        new Uploader(
            new Backoff(1, Duration.ofMillis(1), Duration.ofMillis(1)), Duration.ofSeconds(20)),
        InstantSource.fixed(NOW));
  }

  @AfterEach
  void close() {
    cloudinary.close();
    server.close();
  }

  /// Takes a form as Cloudinary does: `file` last, the rest signed or of a known preset.
  private static VerifyingServer.Answer upload(HttpExchange request, byte[] body) {
    Map<String, Object> fields = new LinkedHashMap<>();
    String file = "";
    Matcher parts = FIELD.matcher(new String(body, StandardCharsets.ISO_8859_1));
    int from = 0;
    while (parts.find(from)) {
      if (parts.group(1).equals("file")) {
        file = parts.group(3);
      } else {
        assertThat(file).isEmpty();
        fields.put(parts.group(1), parts.group(3));
      }
      from = parts.end() - 2;
    }
    Object signature = fields.remove("signature");
    Object key = fields.remove("api_key");
    boolean signed =
        ACCOUNT.key().equals(key)
            && Util.produceSignature(fields, ACCOUNT.secret(), 2).equals(signature);
    if (!request.getRequestURI().getPath().equals("/v1_1/my-cloud/image/upload")
        || !(signed || "open".equals(fields.get("upload_preset")))) {
      return new VerifyingServer.Answer(401, "{\"error\":{\"message\":\"Invalid Signature\"}}");
    }
    return new VerifyingServer.Answer(
        200, "{\"public_id\":\"%s\",\"bytes\":%d}".formatted(fields.get("public_id"), file.length()));
  }

  private Path file() throws Exception {
    return Files.write(folder.resolve("a.jpg"), new byte[777]);
  }

  @Test
  void aSignedTicketIsSpentStraightByAClient() throws Exception {
    UploadTicket.Form ticket = cloudinary.ticket("My holiday.2.jpg");

    try (Uploader client = new Uploader()) {
      String answer = client.send(() -> Optional.of(ticket), file(), _ -> {});
      assertThat(answer).matches("\\{\"public_id\":\"My-holiday-2-[0-9a-f]{8}\",\"bytes\":777}");
    }
    assertThat(ticket.expires()).isEqualTo(NOW.plus(Duration.ofHours(1)));
    assertThat(ticket.fields().toString()).doesNotContain(ACCOUNT.secret());
  }

  @Test
  void theServersOwnUploadAnswersTheServicesResult() throws Exception {
    assertThat(cloudinary.upload(file(), "b.png")).contains("\"bytes\":777");
  }

  @Test
  void anUnsignedPresetNeedsNoSecret() throws Exception {
    try (Uploader client = new Uploader()) {
      UploadTicket.Form open = cloudinary.unsigned("open", "c.jpg");
      assertThat(open.fields()).doesNotContainKeys("signature", "api_key");
      assertThat(client.send(() -> Optional.of(open), file(), _ -> {})).contains("777");
    }
  }

  @Test
  void aWrongSecretIsRefusedAndNotShown() throws Exception {
    Path file = file();
    try (Cloudinary wrong = cloudinary(new CloudinaryAccount("my-cloud", "123456", "wrong one"))) {
      assertThatThrownBy(() -> wrong.upload(file, "a.jpg"))
          .isInstanceOf(GalleryException.Denied.class)
          .hasMessageNotContaining("wrong one");
    }
  }

  @Test
  void signaturesAreThoseOfCloudinarysOwnCode() {
    Map<String, String> parameters =
        Map.of("public_id", "a/b & c=d", "timestamp", "1315060510", "eager", "w_400,h_300|w_2");

    assertThat(Cloudinary.signature(parameters, "abcd"))
        .isEqualTo(Util.produceSignature(new HashMap<>(parameters), "abcd", 2));
  }

  @Test
  void aPictureIsDeliveredInTheFormatAndQualityThatSuit() {
    assertThat(cloudinary.view("my album/cat", 0).url().toString())
        .isEqualTo(
            "https://res.cloudinary.com/my-cloud/image/upload/f_auto,q_auto/v1/my%20album/cat");
    assertThat(cloudinary.view("cat", 512).url().getPath())
        .isEqualTo("/my-cloud/image/upload/f_auto,q_auto/c_limit,w_512/v1/cat");
  }

  @Test
  void theAccountIsReadFromTheEnvironmentAndAFile() throws Exception {
    Path file = folder.resolve(".env");
    assertThat(CloudinaryAccount.find(Map.of(), file)).isEmpty();
    Files.write(
        file,
        List.of(
            "# ours", "CLOUD_NAME=my-cloud # a comment", "export API_KEY='123456'",
            "API_SECRET=\"the secret\"", "OTHER=1"));

    assertThat(CloudinaryAccount.find(Map.of(), file)).contains(ACCOUNT);
    assertThat(CloudinaryAccount.find(Map.of("CLOUD_NAME", "other"), file).orElseThrow().cloud())
        .isEqualTo("other");
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> CloudinaryAccount.find(Map.of("API_KEY", "1"), none))
        .isInstanceOf(GalleryException.Unsupported.class)
        .hasMessageContaining("CLOUD_NAME");
    assertThat(ACCOUNT.toString()).doesNotContain("123456", "the secret");
  }
}
