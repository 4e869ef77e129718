package app.likeness.api.lambda;

import app.likeness.api.ApiRequest;
import app.likeness.api.ApiResponse;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Carries HTTP requests that API Gateway hands over as events, in both of its forms.
///
/// @see <a
///     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">
///     payload format versions 1.0 and 2.0</a>
public final class HttpEvents {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String WHOLE = "$default";

  private final Function<ApiRequest, ApiResponse> api;

  public HttpEvents(Function<ApiRequest, ApiResponse> api) {
    this.api = api;
  }

  /// Answers one event.
  ///
  /// @throws IllegalArgumentException when it is no HTTP request
  public void handle(InputStream event, OutputStream out) {
    ApiResponse answer = api.apply(request(MAPPER.readTree(event)));
    ObjectNode form = MAPPER.createObjectNode();
    form.put("statusCode", answer.status());
    ObjectNode headers = form.putObject("headers");
    answer.headers().forEach(headers::put);
    form.put("body", new String(answer.body(), StandardCharsets.UTF_8));
    form.put("isBase64Encoded", false);
    MAPPER.writeValue(out, form);
  }

  private static ApiRequest request(JsonNode event) {
    JsonNode context = event.path("requestContext");
    JsonNode http = context.path("http");
    boolean second = http.has("method");
    String method = second ? http.path("method").asString("") : event.path("httpMethod").asString("");
    if (method.isEmpty()) {
      throw new IllegalArgumentException("The event is no HTTP request");
    }
    JsonNode caller = second ? http.path("sourceIp") : context.path("identity").path("sourceIp");
    byte[] body = body(event);
    return new ApiRequest(
        method,
        path(event.path(second ? "rawPath" : "path").asString("/"), context.path("stage").asString("")),
        texts(event.path("queryStringParameters")),
        lowerCase(texts(event.path("headers"))),
        new ByteArrayInputStream(body),
        body.length,
        caller.asString(""));
  }

  /// A path begins with the stage, unless that is the one that has no name.
  private static String path(String path, String stage) {
    String prefix = "/" + stage;
    boolean staged = !stage.isEmpty() && !stage.equals(WHOLE) && (path + "/").startsWith(prefix + "/");
    String rest = staged ? path.substring(prefix.length()) : path;
    return rest.isEmpty() ? "/" : rest;
  }

  private static byte[] body(JsonNode event) {
    String body = event.path("body").asString("");
    return event.path("isBase64Encoded").asBoolean(false)
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new HashMap<>();
    object.properties().forEach(each -> texts.put(each.getKey(), each.getValue().asString("")));
    return texts;
  }

  private static Map<String, String> lowerCase(Map<String, String> headers) {
    Map<String, String> lower = new HashMap<>();
    headers.forEach((name, value) -> lower.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
    return lower;
  }
}
