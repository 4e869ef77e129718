package app.likeness.api;

import app.likeness.gallery.Gallery;
import app.likeness.gallery.Tokens;
import app.likeness.model.GalleryException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers HTTP requests to a gallery, whatever carries them: one function of a request.
///
/// Safe for many threads; a call blocks its own.
public final class GalleryApi implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GalleryApi.class);

  /// Where the description of all this is served, to anybody.
  private static final String DESCRIPTION = "/openapi.json";

  private final List<Route> routes;
  private final Access access;
  private final Cors cors;
  private final GalleryRoutes whole;
  private final FormRoute form;

  public GalleryApi(Gallery gallery, Tokens tokens, ApiSettings settings) {
    this(gallery, tokens, settings, FormUploads.USUAL);
  }

  /// @param forms how files are taken from forms
  public GalleryApi(Gallery gallery, Tokens tokens, ApiSettings settings, FormUploads forms) {
    access = new Access(tokens, settings);
    cors = new Cors(settings.origins());
    whole = new GalleryRoutes(gallery);
    form = new FormRoute(gallery.uploads(), forms);
    routes =
        Stream.of(
                new ReferenceRoutes(gallery).routes(),
                new NameRoutes(gallery).routes(),
                List.of(form.route()),
                new DetectionRoutes(gallery).routes(),
                new UploadRoutes(gallery.uploads()).routes(),
                new BatchRoutes(gallery.uploads().batches()).routes(),
                new PhotoRoutes(gallery.photos()).routes(),
                new PeopleRoutes(gallery.people()).routes(),
                whole.routes())
            .flatMap(List::stream)
            .toList();
  }

  /// All that can be asked, for whoever describes it.
  public List<Route> routes() {
    return routes;
  }

  public ApiResponse handle(ApiRequest request) {
    return cors.allow(request, told(request));
  }

  private ApiResponse told(ApiRequest request) {
    try {
      return answer(request);
    } catch (Refusal e) {
      return Problem.of(e, request);
    } catch (GalleryException e) {
      LOG.debug("{}: {}", request, e.getMessage()); // the asker is told, and may ask nonsense all day
      return Problem.of(e);
    } catch (RuntimeException e) {
      LOG.error("{} failed in a way that nobody foresaw", request, e);
      return Problem.unforeseen();
    }
  }

  private ApiResponse answer(ApiRequest request) {
    if (request.method().equals("OPTIONS")) {
      return ApiResponse.ok(Map.of("ok", true));
    }
    if (request.method().equals("GET") && request.path().equals(DESCRIPTION)) {
      return ApiResponse.of(200, "application/json", description());
    }
    var bearer = access.bearer(request);
    List<String> segments = Route.segments(request.path());
    for (Route route : routes) {
      Optional<Map<String, String>> variables =
          route.method().equals(request.method()) ? route.match(segments) : Optional.empty();
      if (variables.isPresent()) {
        Access.check(bearer, route.scope());
        return route.handler().answer(new Call(request, variables.get()));
      }
    }
    throw Refusal.notFound();
  }

  static byte[] description() {
    try (InputStream in = GalleryApi.class.getResourceAsStream("openapi.json")) {
      if (in == null) {
        throw new IllegalStateException("There is no openapi.json");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("openapi.json cannot be read", e);
    }
  }

  /// Ends what was asked for and still runs; the gallery stays open.
  @Override
  public void close() {
    whole.close();
    form.close();
  }
}
