package app.likeness.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Why a request is not even put to the gallery.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457, Problem Details</a>
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;
  private final transient Map<String, String> headers;

  private Refusal(
      int status, String title, String detail, Map<String, String> headers,
      @Nullable Throwable cause) {
    super(detail, cause, false, false);
    this.status = status;
    this.title = title;
    this.headers = headers;
  }

  public static Refusal bad(String detail) {
    return new Refusal(400, "Bad Request", detail, Map.of(), null);
  }

  static Refusal bad(String detail, Throwable cause) {
    return new Refusal(400, "Bad Request", detail, Map.of(), cause);
  }

  static Refusal unknownBearer() {
    return new Refusal(
        401,
        "Unauthorized",
        "Send a valid token: Authorization: Bearer <token>.",
        Map.of("WWW-Authenticate", "Bearer"),
        null);
  }

  static Refusal scope(String scope) {
    return new Refusal(
        403,
        "Forbidden",
        "This needs a token with the scope " + scope + ".",
        Map.of("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"" + scope + "\""),
        null);
  }

  static Refusal notFound() {
    return new Refusal(404, "not found", "There is nothing here.", Map.of(), null);
  }

  public static Refusal tooLarge(String detail) {
    return new Refusal(413, "Content Too Large", detail, Map.of(), null);
  }

  static Refusal tooMany(long seconds) {
    return new Refusal(
        429,
        "Too Many Requests",
        "Too many requests; try again in " + seconds + " s.",
        Map.of("Retry-After", Long.toString(seconds)),
        null);
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  Map<String, String> headers() {
    return headers == null ? Map.of() : headers;
  }
}
