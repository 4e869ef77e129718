package app.likeness.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.json.JsonMapper;

/// Writes the records of [Forms] as JSON.
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              included -> included.withValueInclusion(JsonInclude.Include.ALWAYS))
          .build();

  private Json() {}

  /// One line, without a line end.
  public static String line(Object form) {
    return MAPPER.writeValueAsString(form);
  }
}
