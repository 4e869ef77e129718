package app.likeness.storage.cloudinary;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.likeness.model.GalleryException;
import app.likeness.storage.MediaService;
import app.likeness.storage.ObjectKeys;
import app.likeness.storage.ObjectStore;
import app.likeness.storage.UploadTicket;
import app.likeness.storage.Uploader;
import app.likeness.storage.ViewUrl;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// Mints tickets for Cloudinary, spends them where a client cannot, and tells where a picture is
/// delivered.
///
/// The secret signs and never leaves this class.
public final class Cloudinary implements MediaService {
  /// As long as Cloudinary takes a signature.
  private static final Duration SIGNED = Duration.ofHours(1);

  private static final URI API = URI.create("https://api.cloudinary.com");
  private static final URI DELIVERY = URI.create("https://res.cloudinary.com");

  private final CloudinaryAccount account;
  private final URI api;
  private final Uploader uploader;
  private final InstantSource clock;

  public Cloudinary(CloudinaryAccount account) {
    this(account, API, new Uploader(), InstantSource.system());
  }

  /// @param api where it listens
  /// @param uploader closed with this
  Cloudinary(CloudinaryAccount account, URI api, Uploader uploader, InstantSource clock) {
    this.account = account;
    this.api = api;
    this.uploader = uploader;
    this.clock = clock;
  }

  /// A ticket that is signed: it fits this one picture, for an hour.
  @Override
  public UploadTicket.Form ticket(String fileName) {
    return signed(publicId(fileName));
  }

  private UploadTicket.Form signed(String publicId) {
    Instant now = clock.instant();
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    fields.put("overwrite", "false");
    fields.put("public_id", publicId);
    fields.put("timestamp", Long.toString(now.getEpochSecond()));
    fields.put("signature", signature(fields, account.secret()));
    fields.put("api_key", account.key());
    return new UploadTicket.Form(uploadUrl(), fields, now.plus(SIGNED));
  }

  /// A ticket of a preset that takes pictures from anybody: weaker, since it is never over and may be
  /// spent on anything that the preset allows.
  ///
  /// @param preset one that is set to unsigned uploading in the account
  public UploadTicket.Form unsigned(String preset, String fileName) {
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    fields.put("public_id", publicId(fileName));
    fields.put("upload_preset", preset);
    return new UploadTicket.Form(uploadUrl(), fields, clock.instant().plus(SIGNED));
  }

  private URI uploadUrl() {
    return api.resolve("/v1_1/" + encoded(account.cloud()) + "/image/upload");
  }

  /// `<sanitised base>-<8 random>`, as inbox keys are built.
  private static String publicId(String fileName) {
    String key = ObjectKeys.inbox(fileName, UUID.randomUUID());
    String name = key.substring(ObjectKeys.INBOX.length());
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /// SHA-1, in hex, of the sorted parameters and the secret.
  ///
  /// Source: Cloudinary, "Generating authentication signatures". An ampersand within a value is
  /// encoded, so that no value can pass for two parameters.
  static String signature(Map<String, String> parameters, String secret) {
    String text =
        new TreeMap<>(parameters)
            .entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue().replace("&", "%26"))
                .collect(Collectors.joining("&"));
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-1").digest((text + secret).getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-1", e);
    }
  }

  /// Where a picture is delivered in the format and quality that suit whoever asks.
  ///
  /// @param publicId as the answer to the upload tells it
  /// @param width at most, in pixels; 0 for all there are
  public ViewUrl view(String publicId, int width) {
    String shape = "f_auto,q_auto" + (width > 0 ? "/c_limit,w_" + width : "");
    String path = encoded(publicId).replace("%2F", "/");
    return new ViewUrl(
        DELIVERY.resolve("/" + encoded(account.cloud()) + "/image/upload/" + shape + "/v1/" + path),
        clock.instant().plus(ObjectStore.VIEW_LIFE));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  @Override
  public String upload(Path file, String fileName) {
    String publicId = publicId(fileName); // one for all tries, so that none is stored twice
    try {
      return uploader.send(() -> Optional.of(signed(publicId)), file, _ -> {});
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GalleryException.Unavailable("The upload was interrupted; send it again.", e);
    }
  }

  @Override
  public void close() {
    uploader.close();
  }
}
