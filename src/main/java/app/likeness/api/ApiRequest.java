package app.likeness.api;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/// One HTTP request, however it came.
///
/// @param path as it was sent, still percent-encoded, without the query
/// @param query decoded; of a name that comes twice the first
/// @param headers by lower-case name; of one that comes twice the first
/// @param body empty when there is none; read at most once
/// @param length of the body in bytes, -1 when it is not known
/// @param caller who asks, as far as the network tells: an address, to limit those without a token
public record ApiRequest(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    InputStream body,
    long length,
    String caller) {

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /// Shows neither query nor headers: they may hold secrets.
  @Override
  public String toString() {
    return method + " " + path;
  }
}
