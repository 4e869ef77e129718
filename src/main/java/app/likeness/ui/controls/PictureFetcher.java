package app.likeness.ui.controls;

import static app.likeness.ui.Strings.text;

import app.likeness.storage.ViewUrl;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import javafx.scene.image.Image;

/// Reads and decodes one picture from a view URL, on the calling thread.
final class PictureFetcher implements AutoCloseable {
  /// What came of it.
  sealed interface Answer {
    record Loaded(Image picture) implements Answer {}

    /// @param again whether a fresh URL may help
    record Failed(String why, boolean again) implements Answer {}
  }

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  /// @param longSide pixels to decode to, 0 for as many as there are
  Answer fetch(ViewUrl url, int longSide) {
    HttpRequest request = HttpRequest.newBuilder(url.url()).timeout(PATIENCE).build();
    try {
      HttpResponse<InputStream> response =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        return switch (response.statusCode()) {
          case OK -> decode(body, longSide);
          case NOT_FOUND -> new Answer.Failed(text("picture.missing"), false);
          default -> new Answer.Failed(text("picture.refused"), true);
        };
      }
    } catch (IOException e) {
      return new Answer.Failed(text("picture.unreachable"), true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Failed(text("picture.unreachable"), false);
    }
  }

  private static Answer decode(InputStream body, int longSide) {
    Image picture = new Image(body, longSide, longSide, true, longSide <= SMALL);
    return picture.isError()
        ? new Answer.Failed(text("picture.unreadable"), false)
        : new Answer.Loaded(picture);
  }

  /// Up to here a good filter costs less than it shows; above, JavaFX's quick one is enough.
  private static final int SMALL = 512;

  @Override
  public void close() {
    http.shutdownNow();
  }
}
