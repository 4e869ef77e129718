package app.likeness.api;

import app.likeness.gallery.Gallery;
import app.likeness.model.Face;
import app.likeness.model.FaceAttributes;
import app.likeness.model.FaceId;
import app.likeness.model.GalleryException;
import app.likeness.model.Photo;
import app.likeness.model.Scope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JacksonException;

/// The routes that clients of the detection workshop know: what faces look like, and charts of it.
final class DetectionRoutes {
  private static final String LOOKS = "/v1/photos/{photoId}/attributes";

  private final Gallery gallery;

  DetectionRoutes(Gallery gallery) {
    this.gallery = gallery;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/detect", Scope.VIEW, this::detect),
        Route.post("/charts", Scope.VIEW, this::chart),
        Route.get(LOOKS, this::looks));
  }

  private ApiResponse detect(Call call) {
    Photo photo = ready(named(word(call)));
    Map<FaceId, FaceAttributes> attributes = gallery.charts().attributes(photo.id());
    List<Face> faces = gallery.photos().faces(photo.id());
    return ApiResponse.ok(
        new Detections(
            faces.stream()
                .map(face -> Detections.FaceDetail.of(face, attributes.get(face.id())))
                .toList()));
  }

  /// The photo with its faces found, now if nobody has begun to; they are kept and not found twice.
  private Photo ready(Photo photo) {
    return switch (photo.state()) {
      case READY -> photo;
      case UPLOADED -> gallery.uploads().finish(photo.id(), null);
      case INVALID -> throw new GalleryException.Unsupported(String.valueOf(photo.reason()), null);
      default ->
          throw new GalleryException.Unavailable(
              "The faces of this photo are not found yet: ask again in a moment.", null);
    };
  }

  private ApiResponse chart(Call call) {
    return ApiResponse.ok(
        switch (word(call)) {
          case "age" -> gallery.charts().ages();
          case "smile" -> gallery.charts().smiles();
          default -> throw Refusal.bad("There are the charts age and smile.");
        });
  }

  private ApiResponse looks(Call call) {
    return ApiResponse.ok(
        new Wire.Looks(
            gallery.charts().attributes(call.photo()).entrySet().stream()
                .map(each -> new Wire.Look(each.getKey(), each.getValue()))
                .toList()));
  }

  /// The photo under a key, or the one that was last sent under a file name.
  private Photo named(String name) {
    return gallery
        .uploads()
        .named(name)
        .orElseThrow(() -> new GalleryException.NotFound("There is no such photo."));
  }

  /// A body of one word, as a JSON string or plain.
  private static String word(Call call) {
    String body = new String(call.bytes(), StandardCharsets.UTF_8).strip();
    if (!body.startsWith("\"")) {
      return body;
    }
    try {
      return Objects.requireNonNull(
          Json.read(body.getBytes(StandardCharsets.UTF_8), String.class));
    } catch (JacksonException e) {
      throw Refusal.bad("The body is no JSON string.", e);
    }
  }
}
