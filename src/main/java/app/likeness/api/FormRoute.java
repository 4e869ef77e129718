package app.likeness.api;

import app.likeness.gallery.Unseen;
import app.likeness.gallery.Uploads;
import app.likeness.model.GalleryException;
import app.likeness.model.Photo;
import app.likeness.model.Scope;
import app.likeness.storage.MediaService;
import app.likeness.storage.UploadTicket;
import app.likeness.storage.Uploader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `POST /upload`: a file in a form, for clients that cannot spend tickets; we spend one for them.
final class FormRoute implements AutoCloseable {
  private final Uploads uploads;
  private final FormUploads settings;
  private final Uploader uploader = new Uploader();

  FormRoute(Uploads uploads, FormUploads settings) {
    this.uploads = uploads;
    this.settings = settings;
  }

  Route route() {
    return Route.post("/upload", Scope.CONTRIBUTE, this::upload);
  }

  private ApiResponse upload(Call call) {
    try (FormFile file = FormFile.of(call.request(), settings.most())) {
      MediaService media = settings.media();
      if (media != null) {
        String result = media.upload(file.path(), file.fileName());
        return ApiResponse.of(200, "application/json", result.getBytes(StandardCharsets.UTF_8));
      }
      Photo photo = bring(file);
      return ApiResponse.ok(new Wire.Uploaded(photo.id(), photo.state()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GalleryException.Unavailable("The upload was interrupted; send it again.", e);
    }
  }

  private Photo bring(FormFile file) throws InterruptedException {
    List<String> keys = new ArrayList<>();
    uploader.send(
        () -> {
          Unseen<UploadTicket.Put> unseen = uploads.unseen(file.fileName());
          keys.add(unseen.key());
          return Optional.of(unseen.ticket());
        },
        file.path(),
        _ -> {});
    return uploads
        .named(keys.getLast())
        .orElseThrow(
            () -> new GalleryException.Unavailable("The upload was lost; send it again.", null));
  }

  @Override
  public void close() {
    uploader.close();
  }
}
