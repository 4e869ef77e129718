package app.likeness.storage.oss;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.likeness.model.GalleryException;
import app.likeness.storage.NewObject;
import app.likeness.storage.UnseenObject;
import app.likeness.storage.Upload;
import app.likeness.storage.UploadTicket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.databind.json.JsonMapper;

/// Mints upload tickets for OSS, signed by a session that can do nothing else.
public final class OssTickets {
  private static final String TYPE = "Content-Type";
  /// Without it a ticket could be spent again, and replace what is there.
  private static final String ABSENT = "x-oss-forbid-overwrite";

  private final OssDescription where;
  private final StsSession session;
  private final InstantSource clock;

  public OssTickets(OssDescription where, StsSession session, InstantSource clock) {
    this.where = where;
    this.session = session;
    this.clock = clock;
  }

  /// Signs leave to PUT an object: its type and absence, and nothing of its length or content,
  /// which OSS does not check by signature.
  ///
  /// @param life within which the transfer must start; shorter if the session ends before
  /// @throws GalleryException.Unsupported when the key is not below the project's prefix
  public UploadTicket.Put put(Upload object, Duration life) {
    Leave leave = leave(object, life);
    SequencedMap<String, String> headers = new LinkedHashMap<>();
    headers.put(TYPE, object.type());
    if (object instanceof NewObject known) {
      headers.put(ABSENT, "true");
      headers.put("Content-Length", Long.toString(known.bytes()));
    }
    URI url =
        leave.signer.presign(
            "PUT", where.bucketUrl(), where.bucket(), object.key(),
            Duration.between(leave.signer.at(), leave.until).toSeconds(), headers);
    return new UploadTicket.Put(url, headers, leave.until);
  }

  /// Signs leave to POST an object by a form, whose policy fixes key, type and length.
  ///
  /// @param life within which the transfer must start; shorter if the session ends before
  /// @throws GalleryException.Unsupported when the key is not below the project's prefix
  public UploadTicket.Form form(Upload object, Duration life) {
    Leave leave = leave(object, life);
    OssV4 signer = leave.signer;
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    fields.put("key", object.key());
    fields.put(TYPE, object.type());
    fields.put(ABSENT, "true");
    fields.put("x-oss-signature-version", OssV4.ALGORITHM);
    fields.put("x-oss-credential", signer.credential());
    fields.put("x-oss-date", signer.time());
    String token = signer.keys().token();
    if (token != null) {
      fields.put("x-oss-security-token", token);
    }
    String policy =
        Base64.getEncoder().encodeToString(policy(object, fields, leave.until).getBytes(UTF_8));
    fields.put("policy", policy);
    fields.put("x-oss-signature", signer.sign(policy));
    return new UploadTicket.Form(where.bucketUrl(), fields, leave.until);
  }

  private String policy(Upload object, Map<String, String> fields, Instant until) {
    List<List<Object>> conditions = new ArrayList<>();
    conditions.add(List.of("eq", "$bucket", where.bucket()));
    fields.forEach((name, value) -> conditions.add(condition(object, name, value)));
    conditions.add(
        switch (object) {
          case NewObject known -> range(known.bytes(), known.bytes());
          case UnseenObject unseen -> range(1, unseen.longest());
        });
    return JsonMapper.shared()
        .writeValueAsString(Map.of("expiration", until.toString(), "conditions", conditions));
  }

  private static List<Object> condition(Upload object, String name, String value) {
    return object instanceof UnseenObject && name.equals(TYPE)
        ? List.of("starts-with", "$" + name, value.substring(0, value.indexOf('/') + 1))
        : List.of("eq", "$" + name, value);
  }

  private static List<Object> range(long least, long most) {
    return List.of("content-length-range", least, most);
  }

  /// From when to when whose signature holds.
  private record Leave(OssV4 signer, Instant until) {}

  private Leave leave(Upload object, Duration life) {
    if (!object.key().startsWith(where.prefix())) {
      throw new GalleryException.Unsupported(
          "The session may write below %s only, not %s.".formatted(where.prefix(), object.key()),
          null);
    }
    StsSession.Granted granted = session.get();
    Instant from = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant asked = from.plus(life);
    Instant end = granted.until().truncatedTo(ChronoUnit.SECONDS);
    Instant until = asked.isAfter(end) ? end : asked;
    return new Leave(new OssV4(granted.keys(), where.region(), from), until);
  }
}
