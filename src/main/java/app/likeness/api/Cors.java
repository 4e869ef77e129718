package app.likeness.api;

import java.util.Map;
import java.util.Set;

/// Lets the web pages of a few origins call us from a browser.
///
/// @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch, the CORS protocol</a>
record Cors(Set<String> origins) {
  ApiResponse allow(ApiRequest request, ApiResponse answer) {
    if (origins.isEmpty()) {
      return answer;
    }
    ApiResponse varied = answer.with("Vary", "Origin");
    return request
        .header("origin")
        .filter(origins::contains)
        .map(
            origin ->
                varied.with(
                    Map.of(
                        "Access-Control-Allow-Origin", origin,
                        "Access-Control-Allow-Methods", "GET, POST, PUT, DELETE, OPTIONS",
                        "Access-Control-Allow-Headers", "Authorization, Content-Type",
                        "Access-Control-Expose-Headers", "Retry-After, Link",
                        "Access-Control-Max-Age", "600")))
        .orElse(varied);
  }
}
