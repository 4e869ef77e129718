package app.likeness.api;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An API whose every answer must be as its description says.
public final class Described implements Function<ApiRequest, ApiResponse> {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final GalleryApi api;
  private final JsonNode description = MAPPER.readTree(GalleryApi.description());
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

  public Described(GalleryApi api) {
    this.api = api;
  }

  @Override
  public ApiResponse apply(ApiRequest request) {
    ApiResponse answer = api.handle(request);
    String type = String.valueOf(answer.headers().get("Content-Type"));
    if (request.method().equals("OPTIONS") || request.path().equals("/openapi.json")) {
      return answer;
    }
    check(request + " -> " + answer.status(), schema(request, answer.status(), type), answer.body());
    return answer;
  }

  private void check(String what, JsonNode schema, byte[] body) {
    Schema compiled = schemas.computeIfAbsent(schema, _ -> registry.getSchema(whole(schema)));
    List<?> errors = compiled.validate(MAPPER.readTree(body));
    if (!errors.isEmpty()) {
      throw new AssertionError(what + " is not as described: " + errors.getFirst());
    }
  }

  private JsonNode whole(JsonNode schema) {
    ObjectNode whole = schema.deepCopy().asObject();
    whole.set("components", description.get("components"));
    return whole;
  }

  private JsonNode schema(ApiRequest request, int status, String type) {
    JsonNode found =
        operation(request)
            .map(operation -> answer(operation, status))
            .orElse(description.at("/components/responses/Problem"))
            .path("content")
            .path(type)
            .path("schema");
    if (found.isMissingNode()) {
      throw new AssertionError(request + " answers " + status + " " + type + ": not described");
    }
    return found;
  }

  private JsonNode answer(JsonNode operation, int status) {
    JsonNode responses = operation.get("responses");
    return responses.has(Integer.toString(status))
        ? responses.get(Integer.toString(status))
        : description.at("/components/responses/Problem");
  }

  private Optional<JsonNode> operation(ApiRequest request) {
    return api.routes().stream()
        .filter(route -> route.method().equals(request.method()))
        .filter(route -> matches(route, request))
        .findFirst()
        .map(this::operation);
  }

  private static boolean matches(Route route, ApiRequest request) {
    try {
      return route.match(Route.segments(request.path())).isPresent();
    } catch (Refusal _) {
      return false;
    }
  }

  /// What is said of a route, missing when nothing is.
  JsonNode operation(Route route) {
    return description
        .path("paths")
        .path(route.template())
        .path(route.method().toLowerCase(Locale.ROOT));
  }

  JsonNode description() {
    return description;
  }
}
