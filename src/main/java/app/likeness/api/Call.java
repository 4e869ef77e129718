package app.likeness.api;

import app.likeness.model.PersonId;
import app.likeness.model.PhotoId;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// A request that found its route: typed access to what it says.
///
/// @param variables of the path
public record Call(ApiRequest request, Map<String, String> variables) {
  static final int PAGE = 100;
  private static final int MOST_PAGE = 1000;
  private static final int MOST_JSON = 1 << 20;

  String variable(String name) {
    String value = variables.get(name);
    if (value == null) {
      throw new IllegalStateException("The route has no {" + name + "}");
    }
    return value;
  }

  PhotoId photo() {
    return parsed(variable("photoId"), PhotoId::new, "bad path");
  }

  PersonId person() {
    return parsed(variable("personId"), PersonId::new, "bad path");
  }

  Optional<String> query(String name) {
    return Optional.ofNullable(request.query().get(name)).filter(value -> !value.isEmpty());
  }

  @Nullable String cursor() {
    return query("cursor").orElse(null);
  }

  /// How many rows a page is to have.
  int limit() {
    long limit = number("limit", PAGE);
    if (limit < 1 || limit > MOST_PAGE) {
      throw Refusal.bad("limit must be from 1 to " + MOST_PAGE + ".");
    }
    return (int) limit;
  }

  long number(String name, long otherwise) {
    return query(name)
        .map(text -> parsed(text, Long::parseLong, name + " must be a whole number."))
        .orElse(otherwise);
  }

  /// Something that its type's own reader may refuse.
  static <T> T parsed(String text, Function<String, T> reader, String otherwise) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw Refusal.bad(otherwise, e);
    }
  }

  /// The body as a record; every field must be there.
  <T> T body(Class<T> form) {
    byte[] json = bytes();
    try {
      return Json.read(json, form);
    } catch (JacksonException e) {
      // Its message may quote the body; the path of the field is enough to mend it.
      throw Refusal.bad("The body is not the JSON that this needs: " + Json.where(e), e);
    }
  }

  byte[] bytes() {
    try {
      byte[] bytes = request.body().readNBytes(MOST_JSON + 1);
      if (bytes.length > MOST_JSON) {
        throw Refusal.tooLarge("A JSON body may have 1 MiB at most.");
      }
      return bytes;
    } catch (IOException e) {
      throw Refusal.bad("The body did not arrive whole.", e);
    }
  }
}
