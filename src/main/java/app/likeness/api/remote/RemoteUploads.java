package app.likeness.api.remote;

import app.likeness.api.Wire;
import app.likeness.gallery.AtHand;
import app.likeness.gallery.Batches;
import app.likeness.gallery.Begun;
import app.likeness.gallery.NewPhoto;
import app.likeness.gallery.Unseen;
import app.likeness.gallery.Uploads;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.storage.UploadTicket;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How photos get into a gallery elsewhere; their bytes go straight to its storage.
final class RemoteUploads implements Uploads {
  private static final String UPLOADS = "/v1/uploads";
  private static final int SHA1_DIGITS = 40;

  private final Remote remote;
  private final Batches batches;

  RemoteUploads(Remote remote) {
    this.remote = remote;
    batches = new RemoteBatches(remote);
  }

  @Override
  public Begun begin(NewPhoto photo) {
    return remote.post(UPLOADS, photo, Begun.class);
  }

  /// What is at hand stays here: the service trusts only the bytes in its storage.
  @Override
  public Photo finish(PhotoId photo, @Nullable AtHand atHand) {
    return remote.post(UPLOADS + "/" + photo + "/finish", Map.of(), Photo.class);
  }

  @Override
  public Begun start(PhotoId photo) {
    return remote.post(UPLOADS + "/" + photo + "/start", Map.of(), Begun.class);
  }

  @Override
  public Photo done(PhotoId photo) {
    return remote.post(UPLOADS + "/" + photo + "/done", Map.of(), Photo.class);
  }

  @Override
  public Optional<Photo> has(String checksum) {
    String name = checksum.length() == SHA1_DIGITS ? "sha1" : "sha256";
    return found(remote.get("/v1/has?" + Remote.parameter(name, checksum), Wire.Found.class));
  }

  private record Put(String key, UploadTicket.Put ticket) {}

  private record Form(String key, UploadTicket.Form ticket) {}

  @Override
  public Unseen<UploadTicket.Put> unseen(String fileName) {
    Put put = remote.post("/v1/inbox", new Wire.FileName(fileName), Put.class);
    return new Unseen<>(put.key(), put.ticket());
  }

  @Override
  public Unseen<UploadTicket.Form> unseenForm(String fileName) {
    Form form = remote.post("/v1/inbox/form", new Wire.FileName(fileName), Form.class);
    return new Unseen<>(form.key(), form.ticket());
  }

  @Override
  public Optional<Photo> arrived(String bucket, String key) {
    return found(remote.post("/v1/arrivals", new Wire.Arrival(bucket, key), Wire.Found.class));
  }

  @Override
  public Optional<Photo> named(String name) {
    return found(remote.get("/v1/named?" + Remote.parameter("name", name), Wire.Found.class));
  }

  private static Optional<Photo> found(Wire.Found found) {
    return Optional.ofNullable(found.photo());
  }

  @Override
  public Batches batches() {
    return batches;
  }

  @Override
  public void regroup() {
    remote.post("/v1/regroup", Map.of(), Map.class);
  }
}
