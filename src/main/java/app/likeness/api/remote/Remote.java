package app.likeness.api.remote;

import app.likeness.api.Json;
import app.likeness.api.Problem;
import app.likeness.model.GalleryException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Asks a gallery's HTTP API, and tells its refusals as the gallery there would.
final class Remote implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  /// Finding the faces of a photo may take a small server a while.
  private static final Duration ANSWER = Duration.ofMinutes(2);

  /// How often, and how long in seconds, we wait when we have asked too much.
  private static final int MOST_WAITS = 4;
  private static final long MOST_PAUSE = 30;

  private static final String UNREACHABLE =
      "The gallery at %s does not answer: check the network and try again.";

  private static final int OK = 200;
  private static final int TOO_MANY = 429;
  private static final int BAD_GATEWAY = 502;
  private static final int GATEWAY_TIMEOUT = 504;
  private static final int LAST_OK = 299;

  private final URI root;
  private final String token;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  Remote(Account account) {
    root = account.root();
    token = account.token();
  }

  <T> T get(String path, Class<T> form) {
    return ask("GET", path, null, form);
  }

  /// Empty when there is none.
  <T> Optional<T> find(String path, Class<T> form) {
    try {
      return Optional.of(get(path, form));
    } catch (GalleryException.NotFound _) {
      return Optional.empty();
    }
  }

  <T> T post(String path, Object body, Class<T> form) {
    return ask("POST", path, body, form);
  }

  <T> T ask(String method, String path, @Nullable Object body, Class<T> form) {
    byte[] json = send(request(method, path, body));
    try {
      return Json.read(json, form);
    } catch (JacksonException e) {
      throw new GalleryException.Unsupported(
          "The gallery at " + root.getHost()
              + " answers in a way that this Likeness does not know: update the older of the two.",
          e);
    }
  }

  private HttpRequest request(String method, String path, @Nullable Object body) {
    BodyPublisher json =
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.line(body));
    return HttpRequest.newBuilder(URI.create(root + path))
        .method(method, json)
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .timeout(ANSWER)
        .build();
  }

  private byte[] send(HttpRequest request) {
    HttpResponse<byte[]> answer = exchange(request, BodyHandlers.ofByteArray());
    for (int waits = 0; answer.statusCode() == TOO_MANY && waits < MOST_WAITS; waits++) {
      pause(answer.headers().firstValueAsLong("Retry-After").orElse(1));
      answer = exchange(request, BodyHandlers.ofByteArray());
    }
    if (answer.statusCode() < OK || answer.statusCode() > LAST_OK) {
      throw failure(answer.statusCode(), answer.body());
    }
    return answer.body();
  }

  private static void pause(long seconds) {
    try {
      Thread.sleep(Duration.ofSeconds(Math.clamp(seconds, 1, MOST_PAUSE)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GalleryException.Unavailable("The request was interrupted.", e);
    }
  }

  /// Reads an object by its view URL, which is secret enough by itself: no token goes with it.
  InputStream open(URI view) {
    HttpRequest request = HttpRequest.newBuilder(view).timeout(ANSWER).build();
    HttpResponse<InputStream> answer = exchange(request, BodyHandlers.ofInputStream());
    if (answer.statusCode() != OK) {
      throw new GalleryException.NotFound("The photo's bytes are not there.");
    }
    return answer.body();
  }

  private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request, handler);
    } catch (IOException e) {
      throw unanswered(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GalleryException.Unavailable("The request was interrupted.", e);
    }
  }

  private GalleryException unanswered(IOException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException) {
        return new GalleryException.Denied(
            "The gallery at " + root.getHost()
                + " shows no certificate that this machine trusts: check the address.",
            cause);
      }
    }
    if (e instanceof HttpTimeoutException && !(e instanceof HttpConnectTimeoutException)) {
      return new GalleryException.Unavailable(
          "The gallery at " + root.getHost() + " takes too long to answer: try again later.", null);
    }
    return new GalleryException.Unreachable(
        UNREACHABLE.formatted(root.getHost()),
        // Its message may quote the URL, which may be a signed one.
        new IOException(e.getClass().getSimpleName()));
  }

  private GalleryException failure(int status, byte[] body) {
    Optional<String> told = detail(body);
    if (told.isEmpty() && status >= BAD_GATEWAY && status <= GATEWAY_TIMEOUT) {
      // Whoever is in front of the gallery answers, and not it.
      return new GalleryException.Unreachable(UNREACHABLE.formatted(root.getHost()), null);
    }
    String detail = told.orElse("The gallery answered " + status + ".");
    return switch (status) {
      case 404 -> new GalleryException.NotFound(detail);
      case 401 ->
          new GalleryException.Denied(
              "The gallery at " + root.getHost() + " does not know this token: ask for another.",
              null);
      case 403 -> new GalleryException.Denied(detail, null);
      case 409 -> new GalleryException.Conflict(detail);
      case 400, 413, 415, 422 -> new GalleryException.Unsupported(detail, null);
      default -> new GalleryException.Unavailable(detail, null);
    };
  }

  private static Optional<String> detail(byte[] body) {
    try {
      return Optional.of(Json.read(body, Problem.class).detail());
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  /// A query parameter, with what joins it to others; nothing without a value.
  static String parameter(String name, @Nullable Object value) {
    return value == null
        ? ""
        : "&" + name + "=" + encoded(value.toString());
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
