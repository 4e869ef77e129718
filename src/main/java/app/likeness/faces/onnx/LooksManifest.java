package app.likeness.faces.onnx;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Which networks tell what a face looks like; a manifest may do without them.
///
/// @param ages says one figure, in years
/// @param expressions says a share of each expression: neutral, happy, sad, angry, fearful,
///     disgusted, surprised
record LooksManifest(Looker ages, Looker expressions) {

  /// A network with one output.
  record Looker(String file, String sha256, NetInput input, String output)
      implements ModelManifest.Model {}

  private record Both(@Nullable Looker ages, @Nullable Looker expressions) {}

  static Optional<LooksManifest> parse(byte[] json) {
    Both both =
        JsonMapper.builder()
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .build()
            .readValue(json, Both.class);
    Looker ages = both.ages();
    Looker expressions = both.expressions();
    return ages == null || expressions == null
        ? Optional.empty()
        : Optional.of(new LooksManifest(ages, expressions));
  }
}
