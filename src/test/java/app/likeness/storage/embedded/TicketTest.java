package app.likeness.storage.embedded;

import static app.likeness.storage.RawHttp.post;
import static app.likeness.storage.RawHttp.send;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.storage.NewObject;
import app.likeness.storage.RawHttp;
import app.likeness.storage.Samples;
import app.likeness.storage.UploadTicket;
import app.likeness.storage.ViewUrl;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a ticket for the embedded store is good for, and what it is not.
class TicketTest {
  private static final String KEY = "photos-raw/2026/beach-0123456789abcdef0123.jpg";
  private static final byte[] PHOTO = Samples.bytes(2_000, 1);
  private static final NewObject OBJECT = Samples.object(KEY, PHOTO);

  @TempDir Path temp;
  private EmbeddedObjectStore store;
  // How long ago the store's signer thinks it is.
  private Duration ago = Duration.ZERO;

  @BeforeEach
  void open() {
    store = EmbeddedObjectStore.open(temp, () -> Instant.now().minus(ago));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aPutIsTakenOnce() throws Exception {
    UploadTicket.Put put = store.put(OBJECT);
    assertThat(send("PUT", put.url(), put.headers(), PHOTO)).isEqualTo(200);
    assertThat(send("PUT", put.url(), put.headers(), PHOTO)).isEqualTo(412);
    assertThat(stored()).containsExactly(KEY);
  }

  @Test
  void aPutOfAnotherTypeIsRefused() throws Exception {
    assertRefused(Map.of("Content-Type", "image/png"), PHOTO);
  }

  @Test
  void aPutOfAnotherLengthIsRefused() throws Exception {
    assertRefused(Map.of(), Samples.bytes(1_999, 1));
    assertRefused(Map.of(), Samples.bytes(2_001, 1));
  }

  @Test
  void aPutWithAnotherChecksumIsRefused() throws Exception {
    String other = Base64.getEncoder().encodeToString(new byte[32]);
    assertRefused(Map.of("x-amz-checksum-sha256", other), PHOTO);
  }

  @Test
  void aPutOfOtherBytesThanTheChecksumsIsRefused() throws Exception {
    UploadTicket.Put put = store.put(OBJECT);
    assertThat(send("PUT", put.url(), put.headers(), Samples.bytes(2_000, 2))).isEqualTo(400);
    assertNothingStored();
  }

  @Test
  void aPutThatMayReplaceIsRefused() throws Exception {
    UploadTicket.Put put = store.put(OBJECT);
    Map<String, String> headers = new LinkedHashMap<>(put.headers());
    headers.remove("If-None-Match");
    assertThat(send("PUT", put.url(), headers, PHOTO)).isEqualTo(403);
    assertNothingStored();
  }

  @Test
  void aPutToAnotherKeyIsRefused() throws Exception {
    UploadTicket.Put put = store.put(OBJECT);
    URI other = URI.create(put.url().toString().replace("beach-", "peach-"));
    assertThat(send("PUT", other, put.headers(), PHOTO)).isEqualTo(403);
    assertNothingStored();
  }

  @Test
  void aTicketForAnotherMethodIsRefused() throws Exception {
    UploadTicket.Put put = store.put(OBJECT);
    store.write(KEY, "image/jpeg", PHOTO);
    assertThat(send("GET", put.url(), put.headers(), new byte[0])).isEqualTo(403);
    assertThat(send("DELETE", put.url(), put.headers(), new byte[0])).isEqualTo(403);
    assertThat(send("DELETE", view().url(), Map.of(), new byte[0])).isEqualTo(403);
    assertThat(stored()).containsExactly(KEY);
  }

  @Test
  void anAlteredSignatureIsRefused() throws Exception {
    UploadTicket.Put put = store.put(OBJECT);
    String url = put.url().toString();
    String flipped = url.substring(0, url.length() - 1) + (url.endsWith("0") ? "1" : "0");
    assertThat(send("PUT", URI.create(flipped), put.headers(), PHOTO)).isEqualTo(403);
    URI longer = URI.create(url.replace("X-Amz-Expires=120", "X-Amz-Expires=3600"));
    assertThat(send("PUT", longer, put.headers(), PHOTO)).isEqualTo(403);
    assertNothingStored();
  }

  @Test
  void anUnsignedRequestIsRefused() throws Exception {
    store.write(KEY, "image/jpeg", PHOTO);
    URI bare = URI.create(view().url().toString().replaceAll("\\?.*", ""));
    assertThat(send("GET", bare, Map.of(), new byte[0])).isEqualTo(403);
    assertThat(send("PUT", URI.create(bare + "x"), Map.of(), PHOTO)).isEqualTo(403);
    assertThat(send("DELETE", bare, Map.of(), new byte[0])).isEqualTo(403);
    assertThat(send("GET", bare.resolve("/"), Map.of(), new byte[0])).isEqualTo(403);
    assertThat(send("GET", bare.resolve("/likeness"), Map.of(), new byte[0])).isEqualTo(403);
    assertThat(send("GET", bare.resolve("/incoming"), Map.of(), new byte[0])).isIn(403, 404);
    assertThat(stored()).containsExactly(KEY);
  }

  @Test
  void aTicketMustBeSpentInTime() throws Exception {
    ago = Duration.ofSeconds(110);
    UploadTicket.Put inTime = store.put(OBJECT);
    ago = Duration.ofSeconds(121);
    UploadTicket.Put late = store.put(OBJECT);
    assertThat(send("PUT", late.url(), late.headers(), PHOTO)).isEqualTo(403);
    assertNothingStored();
    assertThat(send("PUT", inTime.url(), inTime.headers(), PHOTO)).isEqualTo(200);
  }

  @Test
  void aViewUrlEnds() throws Exception {
    store.write(KEY, "image/jpeg", PHOTO);
    ago = Duration.ofSeconds(3590);
    assertThat(send("GET", view().url(), Map.of(), new byte[0])).isEqualTo(200);
    ago = Duration.ofSeconds(3601);
    assertThat(send("GET", view().url(), Map.of(), new byte[0])).isEqualTo(403);
  }

  @Test
  void aHeaderThatPublishesIsWithoutEffect() throws Exception {
    UploadTicket.Put put = store.put(OBJECT);
    Map<String, String> headers = new LinkedHashMap<>(put.headers());
    headers.put("x-amz-acl", "public-read");
    assertThat(send("PUT", put.url(), headers, PHOTO)).isEqualTo(200);
    URI bare = URI.create(put.url().toString().replaceAll("\\?.*", ""));
    assertThat(send("GET", bare, Map.of(), new byte[0])).isEqualTo(403);
    URI acl = URI.create(bare + "?acl");
    assertThat(send("GET", acl, Map.of(), new byte[0])).isEqualTo(403);
  }

  @Test
  void aHeaderThatCopiesIsRefused() throws Exception {
    String secret = "photos-raw/2026/secret-0123456789abcdef0124.jpg";
    store.write(secret, "image/jpeg", PHOTO);
    UploadTicket.Put put = store.put(Samples.object(KEY, new byte[0]));
    Map<String, String> headers = new LinkedHashMap<>(put.headers());
    headers.put("x-amz-copy-source", "/likeness/" + secret);
    assertThat(send("PUT", put.url(), headers, new byte[0])).isEqualTo(403);
    assertThat(stored()).containsExactly(secret);
  }

  @Test
  void aFormIsTakenOnlyAsItWasSigned() throws Exception {
    UploadTicket.Form form = store.form(OBJECT);
    Map<String, String> policy = form.fields();
    String edited = new String(Base64.getDecoder().decode(policy.get("policy")), UTF_8)
        .replace("image/jpeg", "image/png");
    assertThat(post(form.url(), with(policy, "key", "photos-raw/x.jpg"), PHOTO)).isEqualTo(403);
    assertThat(post(form.url(), with(policy, "Content-Type", "image/png"), PHOTO)).isEqualTo(403);
    assertThat(post(form.url(), with(policy, "x-amz-signature", "0".repeat(64)), PHOTO))
        .isEqualTo(403);
    assertThat(post(form.url(), with(policy, "policy", encoded(edited)), PHOTO)).isEqualTo(403);
    assertThat(post(form.url(), with(policy, "acl", "public-read"), PHOTO)).isEqualTo(403);
    assertThat(post(form.url(), Map.of("key", KEY), PHOTO)).isEqualTo(403);
    assertThat(post(form.url(), policy, Samples.bytes(2_001, 1))).isEqualTo(400);
    assertThat(post(form.url(), policy, Samples.bytes(1_999, 1))).isEqualTo(400);
    assertThat(post(form.url(), policy, Samples.bytes(2_000, 2))).isEqualTo(400);
    ago = Duration.ofSeconds(121);
    assertThat(post(form.url(), store.form(OBJECT).fields(), PHOTO)).isEqualTo(403);
    assertNothingStored();
    assertThat(post(form.url(), policy, PHOTO)).isEqualTo(204);
    assertThat(stored()).containsExactly(KEY);
    assertThat(post(form.url(), policy, PHOTO)).isEqualTo(412);
  }

  private void assertRefused(Map<String, String> altered, byte[] body) throws Exception {
    UploadTicket.Put put = store.put(OBJECT);
    Map<String, String> headers = new LinkedHashMap<>(put.headers());
    headers.putAll(altered);
    assertThat(RawHttp.send("PUT", put.url(), headers, body)).isEqualTo(403);
    assertNothingStored();
  }

  private void assertNothingStored() throws IOException {
    assertThat(stored()).isEmpty();
    try (Stream<Path> leftovers = Files.list(temp.resolve("incoming"))) {
      assertThat(leftovers).isEmpty();
    }
  }

  private List<String> stored() throws IOException {
    Path bucket = temp.resolve("likeness");
    try (Stream<Path> all = Files.walk(bucket)) {
      return all.filter(Files::isRegularFile)
          .map(file -> bucket.relativize(file).toString().replace('\\', '/'))
          .toList();
    }
  }

  private ViewUrl view() {
    return store.view(KEY).orElseThrow();
  }

  private static Map<String, String> with(Map<String, String> fields, String name, String value) {
    Map<String, String> altered = new LinkedHashMap<>(fields);
    altered.put(name, value);
    return altered;
  }

  private static String encoded(String policy) {
    return Base64.getEncoder().encodeToString(policy.getBytes(UTF_8));
  }
}
