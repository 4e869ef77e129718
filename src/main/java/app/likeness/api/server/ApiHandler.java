package app.likeness.api.server;

import app.likeness.api.ApiRequest;
import app.likeness.api.ApiResponse;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/// Puts each HTTP request to the API, on a thread of its own that may wait.
final class ApiHandler extends Handler.Abstract {
  private final Function<ApiRequest, ApiResponse> api;

  ApiHandler(Function<ApiRequest, ApiResponse> api) {
    this.api = api;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    ApiResponse answer = api.apply(request(request));
    response.setStatus(answer.status());
    answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    response.write(true, ByteBuffer.wrap(answer.body()), callback);
    return true;
  }

  private static ApiRequest request(Request request) {
    Map<String, String> headers = new HashMap<>();
    for (HttpField field : request.getHeaders()) {
      String value = field.getValue();
      headers.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), value == null ? "" : value);
    }
    return new ApiRequest(
        request.getMethod(),
        request.getHttpURI().getPath(),
        query(request),
        headers,
        Content.Source.asInputStream(request),
        request.getLength(),
        Request.getRemoteAddr(request));
  }

  private static Map<String, String> query(Request request) {
    Map<String, String> query = new HashMap<>();
    for (Fields.Field field : Request.extractQueryParameters(request)) {
      query.put(field.getName(), field.getValue());
    }
    return query;
  }
}
