package app.likeness.api;

import app.likeness.gallery.Gallery;
import app.likeness.model.Scope;
import java.util.List;

/// What concerns the gallery as a whole, over HTTP: changes, totals, and the one scan at a time.
final class GalleryRoutes implements AutoCloseable {
  private static final String SCAN = "/v1/scan";

  private final Gallery gallery;
  private final Scan scan;

  GalleryRoutes(Gallery gallery) {
    this.gallery = gallery;
    scan = new Scan(gallery.people());
  }

  List<Route> routes() {
    return List.of(
        Route.get("/v1/changes", call -> ApiResponse.ok(gallery.changes(call.cursor()))),
        Route.get("/v1/totals", _ -> ApiResponse.ok(gallery.totals())),
        Route.get(SCAN, _ -> ApiResponse.ok(scan.state())),
        Route.post(SCAN, Scope.MANAGE, _ -> ApiResponse.json(202, scan.start())),
        new Route("DELETE", SCAN, Scope.MANAGE, _ -> ApiResponse.ok(scan.cancel())));
  }

  @Override
  public void close() {
    scan.cancel();
  }
}
