package app.likeness.api;

import app.likeness.catalog.Month;
import app.likeness.gallery.People.Past;
import app.likeness.gallery.StartRule;
import app.likeness.model.Decision;
import app.likeness.model.Face;
import app.likeness.model.FaceAttributes;
import app.likeness.model.FaceId;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.model.PhotoState;
import app.likeness.storage.ViewUrl;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The envelopes in which our own routes carry the gallery's records.
public final class Wire {
  private Wire() {}

  public record Keys(List<String> keys) {}

  /// View URLs by key; a key that cannot be shown now is left out.
  public record Views(Map<String, ViewUrl> views) {
    @Override
    public String toString() {
      return "Views[" + views.size() + "]";
    }
  }

  public record PhotoIds(List<PhotoId> ids) {}

  /// A photo that was asked for, `null` when there is none.
  public record Found(@Nullable Photo photo) {}

  /// `POST /upload`
  public record Uploaded(PhotoId photoId, PhotoState state) {}

  public record FileName(String fileName) {}

  /// An object that has come into a bucket.
  public record Arrival(String bucket, String key) {}

  public record NewBatch(List<PhotoId> photos, StartRule rule) {}

  public record Rule(StartRule rule) {}

  public record Faces(List<Face> faces) {}

  /// What the faces of a photo look like.
  public record Looks(List<Look> looks) {}

  public record Look(FaceId face, FaceAttributes attributes) {}

  public record Months(List<Month> months) {}

  /// One gesture: what is decided together.
  public record Gesture(List<Decision> decisions) {}

  public record Acts(List<Past> acts) {}

  public record Recognition(boolean on) {}

  /// How far a scan is.
  ///
  /// @param running whether it goes on
  /// @param failed photos that could not be read, told once it has ended
  /// @param reason why the first of them could not, `null` when all could
  /// @param failure why it ended early, `null` when it did not
  public record Scan(
      boolean running,
      int done,
      int total,
      int failed,
      @Nullable String reason,
      @Nullable String failure) {}
}
