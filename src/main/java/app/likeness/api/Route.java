package app.likeness.api;

import app.likeness.model.Scope;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One method of one kind of path, and what answers it.
///
/// @param template like `/persons/{id}/photos`; a last `{key...}` takes slashes too
/// @param scope what its callers must be allowed at least
public record Route(String method, String template, Scope scope, Handler handler) {
  private static final String REST = "...}";

  /// Answers a call.
  public interface Handler {
    ApiResponse answer(Call call);
  }

  static Route get(String template, Handler handler) {
    return new Route("GET", template, Scope.VIEW, handler);
  }

  static Route post(String template, Scope scope, Handler handler) {
    return new Route("POST", template, scope, handler);
  }

  /// The variables of a path that is of this kind.
  ///
  /// @param segments decoded
  Optional<Map<String, String>> match(List<String> segments) {
    List<String> parts = List.of(template.substring(1).split("/"));
    boolean open = parts.getLast().endsWith(REST);
    if (open ? segments.size() < parts.size() : segments.size() != parts.size()) {
      return Optional.empty();
    }
    Map<String, String> found = new HashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      if (part.endsWith(REST)) {
        String rest = String.join("/", segments.subList(i, segments.size()));
        found.put(part.substring(1, part.length() - REST.length()), rest);
      } else if (part.startsWith("{")) {
        found.put(part.substring(1, part.length() - 1), segments.get(i));
      } else if (!part.equals(segments.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }

  /// A path's segments, decoded after they were split, so that `%2F` stays within one.
  ///
  /// @throws Refusal when it is no path
  static List<String> segments(String path) {
    if (!path.startsWith("/")) {
      throw Refusal.bad("bad path");
    }
    List<String> segments = new ArrayList<>();
    for (String segment : path.substring(1).split("/", -1)) {
      try {
        // A plus is a plus in a path.
        segments.add(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
      } catch (IllegalArgumentException e) {
        throw Refusal.bad("bad path", e);
      }
    }
    if (segments.size() > 1 && segments.contains("")) {
      throw Refusal.bad("bad path");
    }
    return segments;
  }
}
