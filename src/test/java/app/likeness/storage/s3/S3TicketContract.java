package app.likeness.storage.s3;

import static app.likeness.storage.RawHttp.post;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.model.PictureType;
import app.likeness.storage.ObjectKeys;
import app.likeness.storage.RawHttp;
import app.likeness.storage.Samples;
import app.likeness.storage.UnseenObject;
import app.likeness.storage.UploadTicket;
import app.likeness.storage.ViewUrl;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Tickets of an S3 store on any server: each fits what it was signed for, and nothing else.
abstract class S3TicketContract extends S3StoreContract {
  @Test
  void aPutFitsItsObjectOnly() throws Exception {
    UploadTicket.Put put = store().put(OBJECT);
    String url = put.url().toString();
    assertThat(put(URI.create(url.replace("beach-", "peach-")), put.headers())).isEqualTo(403);
    assertThat(put(put.url(), with(put.headers(), "Content-Type", "image/png"))).isEqualTo(403);
    assertThat(put(URI.create(url.substring(0, url.length() - 1) + (url.endsWith("0") ? "1" : "0")), put.headers()))
        .isEqualTo(403);
    assertThat(put(URI.create(url.replace("X-Amz-Expires=120", "X-Amz-Expires=3600")), put.headers()))
        .isEqualTo(403);
    assertThat(put(URI.create(url.replaceAll("\\?.*", "")), put.headers())).isEqualTo(403);
    assertThat(RawHttp.send("PUT", put.url(), put.headers(), Samples.bytes(1_999, 1))).isEqualTo(403);
    assertThat(RawHttp.send("PUT", put.url(), put.headers(), Samples.bytes(2_001, 1))).isEqualTo(403);
    assertThat(RawHttp.send("GET", put.url(), put.headers(), new byte[0])).isEqualTo(403);
    assertThat(listed(ObjectKeys.RAW)).isEmpty();
    assertThat(put(put.url(), put.headers())).isEqualTo(200);
    assertThat(listed(ObjectKeys.RAW)).containsExactly(KEY);
  }

  @Test
  void aFormIsTakenOnlyAsItWasSigned() throws Exception {
    UploadTicket.Form form = store().form(OBJECT);
    Map<String, String> policy = form.fields();
    String edited =
        new String(Base64.getDecoder().decode(policy.get("policy")), UTF_8)
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
    assertThat(listed(ObjectKeys.RAW)).isEmpty();
    assertThat(post(form.url(), policy, PHOTO)).isEqualTo(204);
    assertThat(read(KEY)).isEqualTo(PHOTO);
  }

  @Test
  void whatHasExpiredIsRefused() throws Exception {
    try (S3ObjectStore late = with(keys(), Duration.ofSeconds(121))) {
      UploadTicket.Put put = late.put(OBJECT);
      assertThat(put(put.url(), put.headers())).isEqualTo(403);
      UploadTicket.Form form = late.form(OBJECT);
      assertThat(post(form.url(), form.fields(), PHOTO)).isEqualTo(403);
    }
    store().write(KEY, "image/jpeg", PHOTO);
    try (S3ObjectStore late = with(keys(), Duration.ofSeconds(3_601))) {
      ViewUrl view = late.view(KEY).orElseThrow();
      assertThat(RawHttp.send("GET", view.url(), Map.of(), new byte[0])).isEqualTo(403);
    }
  }

  @Test
  void contentNotSeenYetIsSentWithItsTypeAlone() throws Exception {
    String key = ObjectKeys.inbox("beach.jpg", UUID.randomUUID());
    UploadTicket.Put put =
        store().put(new UnseenObject(key, "image/*", 5_000), Duration.ofHours(3));
    assertThat(put.headers()).containsOnly(Map.entry("Content-Type", "image/*"));
    assertThat(put.expires()).isAfter(Instant.now().plus(Duration.ofMinutes(170)));
    assertThat(RawHttp.send("PUT", put.url(), Map.of("Content-Type", "image/png"), PHOTO)).isEqualTo(403);
    assertThat(put(put.url(), put.headers())).isEqualTo(200);
    assertThat(read(key)).isEqualTo(PHOTO);
  }

  @Test
  void anImageOfAProjectIsSentToAHashedNameWithinThreeHours() throws Exception {
    String key = ObjectKeys.hashed("holidays", "beach.jpg", "da39a3ee", PictureType.JPEG);
    UploadTicket.Put put =
        store().put(new UnseenObject(key, "image/jpeg", 5_000), Duration.ofHours(3));
    assertThat(put.url().toString()).contains("X-Amz-Expires=10800").doesNotContain("beach");
    assertThat(put(put.url(), Map.of("Content-Type", "image/jpeg"))).isEqualTo(200);
    assertThat(store().size(key)).contains(2_000L);
  }

  @Test
  void aFormForContentNotSeenYetLimitsItsLength() throws Exception {
    String key = ObjectKeys.inbox("beach.jpg", UUID.randomUUID());
    UploadTicket.Form form =
        store().form(new UnseenObject(key, "image/jpeg", 2_000), Duration.ofHours(1));
    assertThat(post(form.url(), form.fields(), Samples.bytes(2_001, 1))).isEqualTo(400);
    assertThat(post(form.url(), form.fields(), new byte[0])).isEqualTo(400);
    assertThat(post(form.url(), form.fields(), Samples.bytes(1_500, 1))).isEqualTo(204);
    assertThat(store().size(key)).contains(1_500L);
  }

  static Map<String, String> with(Map<String, String> fields, String name, String value) {
    Map<String, String> altered = new LinkedHashMap<>(fields);
    altered.put(name, value);
    return altered;
  }

  private static String encoded(String policy) {
    return Base64.getEncoder().encodeToString(policy.getBytes(UTF_8));
  }
}
