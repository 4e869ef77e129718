package app.likeness.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// The answer to one HTTP request: small, since pictures travel by view URLs.
@SuppressWarnings("ArrayRecordComponent") // made once, written once
public record ApiResponse(int status, SequencedMap<String, String> headers, byte[] body) {
  private static final String TYPE = "Content-Type";
  private static final String JSON = "application/json";

  public ApiResponse {
    headers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(headers));
  }

  /// @param form a record that [Json] writes
  public static ApiResponse ok(Object form) {
    return json(200, form);
  }

  public static ApiResponse json(int status, Object form) {
    return of(status, JSON, Json.bytes(form));
  }

  static ApiResponse of(int status, String type, byte[] body) {
    SequencedMap<String, String> headers = new LinkedHashMap<>();
    headers.put(TYPE, type);
    // An answer may hold view URLs, which are nobody's but the asker's.
    headers.put("Cache-Control", "no-store");
    headers.put("X-Content-Type-Options", "nosniff");
    return new ApiResponse(status, headers, body);
  }

  public ApiResponse with(String header, String value) {
    return with(Map.of(header, value));
  }

  ApiResponse with(Map<String, String> more) {
    SequencedMap<String, String> all = new LinkedHashMap<>(headers);
    all.putAll(more);
    return new ApiResponse(status, all, body);
  }

  @Override
  public String toString() {
    return "ApiResponse[" + status + "]";
  }
}
