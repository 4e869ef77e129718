package app.likeness.api;

import app.likeness.gallery.Photos;
import app.likeness.model.GalleryException;
import app.likeness.model.PhotoId;
import app.likeness.model.Scope;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The photos over HTTP.
final class PhotoRoutes {
  private static final int MOST_VIEWS = 1000;

  private final Photos photos;

  PhotoRoutes(Photos photos) {
    this.photos = photos;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/v1/photos", this::timeline),
        Route.get("/v1/photos/{photoId}", this::photo),
        Route.get("/v1/photos/{photoId}/faces", call ->
            ApiResponse.ok(new Wire.Faces(photos.faces(call.photo())))),
        Route.get("/v1/months", _ -> ApiResponse.ok(new Wire.Months(photos.months()))),
        Route.get("/v1/faces", call ->
            ApiResponse.ok(photos.faces(call.cursor(), call.limit()))),
        Route.post("/v1/views", Scope.VIEW, this::views),
        Route.post("/v1/photos/delete", Scope.MANAGE, this::delete));
  }

  private ApiResponse timeline(Call call) {
    @Nullable YearMonth from =
        call.query("from")
            .map(text -> Call.parsed(text, YearMonth::parse, "from must be a month, like 2026-05."))
            .orElse(null);
    return ApiResponse.ok(photos.timeline(from, call.cursor(), call.limit()));
  }

  private ApiResponse photo(Call call) {
    return ApiResponse.ok(
        photos
            .photo(call.photo())
            .orElseThrow(() -> new GalleryException.NotFound("There is no such photo.")));
  }

  private ApiResponse views(Call call) {
    List<String> keys = call.body(Wire.Keys.class).keys();
    if (keys.size() > MOST_VIEWS) {
      throw Refusal.bad("Ask for " + MOST_VIEWS + " keys at most.");
    }
    return ApiResponse.ok(new Wire.Views(photos.views(keys)));
  }

  private ApiResponse delete(Call call) {
    List<PhotoId> ids = call.body(Wire.PhotoIds.class).ids();
    photos.delete(ids);
    return ApiResponse.ok(Map.of("ok", true));
  }
}
