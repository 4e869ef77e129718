package app.likeness.api;

import app.likeness.model.GalleryException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An error as RFC 9457 tells it, beside the one word that the reference systems' clients read.
///
/// @param type always "about:blank": the status says it all
/// @param detail one sentence, fit to be shown
/// @param error what the reference systems' clients look for
/// @param path the one that leads nowhere, with a 404 for that
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String error,
    @Nullable String path) {
  private static final String TYPE = "application/problem+json";

  static ApiResponse of(Refusal refusal, ApiRequest request) {
    boolean nowhere = refusal.status() == 404;
    String detail = String.valueOf(refusal.getMessage());
    return answer(
            refusal.status(),
            refusal.title(),
            detail,
            nowhere ? "not found" : detail,
            nowhere ? request.path() : null)
        .with(refusal.headers());
  }

  static ApiResponse of(GalleryException failure) {
    String detail = String.valueOf(failure.getMessage());
    return switch (failure) {
      case GalleryException.NotFound _ -> answer(404, "Not Found", detail, detail, null);
      case GalleryException.Denied _ -> answer(403, "Forbidden", detail, detail, null);
      case GalleryException.Unsupported _ ->
          answer(422, "Unprocessable Content", detail, detail, null);
      case GalleryException.Conflict _ -> answer(409, "Conflict", detail, detail, null);
      case GalleryException.Unavailable _ ->
          answer(503, "Service Unavailable", detail, detail, null).with(Map.of("Retry-After", "5"));
    };
  }

  static ApiResponse unforeseen() {
    String detail = "Something went wrong that should not; the server's log says more.";
    return answer(500, "Internal Server Error", detail, detail, null);
  }

  private static ApiResponse answer(
      int status, String title, String detail, String error, @Nullable String path) {
    Problem problem = new Problem("about:blank", title, status, detail, error, path);
    return ApiResponse.of(status, TYPE, Json.bytes(problem));
  }
}
