package app.likeness.api;

import app.likeness.gallery.NewPhoto;
import app.likeness.gallery.Uploads;
import app.likeness.model.Scope;
import java.util.List;
import java.util.Map;

/// How photos get in over HTTP: announce, send by ticket, finish.
final class UploadRoutes {
  private static final String SHA256 = "[0-9a-f]{64}";

  private final Uploads uploads;

  UploadRoutes(Uploads uploads) {
    this.uploads = uploads;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/v1/uploads", Scope.CONTRIBUTE, this::begin),
        Route.post("/v1/uploads/{photoId}/finish", Scope.CONTRIBUTE, this::finish),
        Route.post("/v1/regroup", Scope.CONTRIBUTE, this::regroup));
  }

  private ApiResponse begin(Call call) {
    NewPhoto photo = call.body(NewPhoto.class);
    if (photo.fileName().isBlank() || photo.bytes() < 1 || !photo.sha256().matches(SHA256)) {
      throw Refusal.bad("A photo has a fileName, bytes from 1, and a sha256 of 64 hex digits.");
    }
    return ApiResponse.ok(uploads.begin(photo));
  }

  private ApiResponse finish(Call call) {
    return ApiResponse.ok(uploads.finish(call.photo(), null));
  }

  private ApiResponse regroup(Call call) {
    uploads.regroup();
    return ApiResponse.ok(Map.of("ok", true));
  }
}
