package app.likeness.api;

import app.likeness.gallery.NewPhoto;
import app.likeness.gallery.Uploads;
import app.likeness.model.Photo;
import app.likeness.model.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        Route.post("/v1/uploads/{photoId}/start", Scope.CONTRIBUTE, call ->
            ApiResponse.ok(uploads.start(call.photo()))),
        Route.post("/v1/uploads/{photoId}/done", Scope.CONTRIBUTE, call ->
            ApiResponse.ok(uploads.done(call.photo()))),
        Route.get("/v1/has", this::has),
        Route.get("/v1/named", this::named),
        Route.post("/v1/inbox", Scope.CONTRIBUTE, call ->
            ApiResponse.ok(uploads.unseen(fileName(call)))),
        Route.post("/v1/inbox/form", Scope.CONTRIBUTE, call ->
            ApiResponse.ok(uploads.unseenForm(fileName(call)))),
        Route.post("/v1/arrivals", Scope.CONTRIBUTE, this::arrived),
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

  private ApiResponse has(Call call) {
    String checksum =
        call.query("sha256")
            .or(() -> call.query("sha1"))
            .orElseThrow(() -> Refusal.bad("Say which: add ?sha1= or ?sha256= to the path."));
    return found(uploads.has(checksum));
  }

  private ApiResponse named(Call call) {
    return found(
        uploads.named(
            call.query("name")
                .orElseThrow(() -> Refusal.bad("Say which: add ?name= to the path."))));
  }

  private static String fileName(Call call) {
    return call.body(Wire.FileName.class).fileName();
  }

  private ApiResponse arrived(Call call) {
    Wire.Arrival arrival = call.body(Wire.Arrival.class);
    return found(uploads.arrived(arrival.bucket(), arrival.key()));
  }

  private static ApiResponse found(Optional<Photo> photo) {
    return ApiResponse.ok(new Wire.Found(photo.orElse(null)));
  }

  private ApiResponse regroup(Call call) {
    uploads.regroup();
    return ApiResponse.ok(Map.of("ok", true));
  }
}
