package app.likeness.app;

import app.likeness.api.ApiSettings;
import app.likeness.api.FormUploads;
import app.likeness.api.GalleryApi;
import app.likeness.api.lambda.HttpEvents;
import app.likeness.gallery.Gallery;
import app.likeness.gallery.Tokens;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The HTTP API as a function on AWS behind API Gateway.
public final class LambdaApi implements RequestStreamHandler {
  /// Web pages that may call the API, with commas between them.
  static final String WEB_ORIGINS = "WEB_ORIGINS";

  private final LambdaGallery<HttpEvents> events;

  /// Called by the runtime, once a container.
  public LambdaApi() {
    this(System.getenv());
  }

  LambdaApi(Map<String, String> environment) {
    Set<String> origins =
        Arrays.stream(environment.getOrDefault(WEB_ORIGINS, "").split(","))
            .map(String::strip)
            .filter(origin -> !origin.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    ApiSettings usual = ApiSettings.USUAL;
    ApiSettings settings = new ApiSettings(origins, usual.perSecond(), usual.burst());
    events = new LambdaGallery<>(environment, (gallery, tokens) -> events(gallery, tokens, settings));
  }

  private static HttpEvents events(Gallery gallery, Tokens tokens, ApiSettings settings) {
    return new HttpEvents(new GalleryApi(gallery, tokens, settings, FormUploads.LAMBDA)::handle);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    events.get().handle(event, answer);
  }
}
