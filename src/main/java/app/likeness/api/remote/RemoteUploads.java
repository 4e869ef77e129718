package app.likeness.api.remote;

import app.likeness.gallery.Begun;
import app.likeness.gallery.NewPhoto;
import app.likeness.gallery.Uploads;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.pictures.Decoded;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How photos get into a gallery elsewhere; their bytes go straight to its storage.
final class RemoteUploads implements Uploads {
  private final Remote remote;

  RemoteUploads(Remote remote) {
    this.remote = remote;
  }

  @Override
  public Begun begin(NewPhoto photo) {
    return remote.post("/v1/uploads", photo, Begun.class);
  }

  /// The decode at hand stays here: the service trusts only the bytes in its storage.
  @Override
  public Photo finish(PhotoId photo, @Nullable Decoded atHand) {
    return remote.post("/v1/uploads/" + photo + "/finish", Map.of(), Photo.class);
  }

  @Override
  public void regroup() {
    remote.post("/v1/regroup", Map.of(), Map.class);
  }
}
