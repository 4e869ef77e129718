package app.likeness.api;

import app.likeness.catalog.ImportRow;
import app.likeness.catalog.ImportState;
import app.likeness.catalog.PersonPhoto;
import app.likeness.gallery.FileNames;
import app.likeness.gallery.People.Past;
import app.likeness.model.Face;
import app.likeness.model.Person;
import app.likeness.model.PhotoId;
import app.likeness.storage.ViewUrl;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The JSON forms: field for field what the reference systems and our command line promise.
public final class Forms {
  private Forms() {}

  /// `people`
  public record Persons(List<PersonForm> persons) {}

  /// `GET /persons`
  ///
  /// @param next the `cursor` to go on with, `null` after the last
  public record PersonsPage(List<PersonForm> persons, @Nullable String next) {}

  /// @param repThumbURL `null` where no process serves the gallery
  public record PersonForm(
      String personId,
      String name,
      int photoCount,
      @Nullable String repThumbKey,
      @Nullable String repThumbURL) {
    public static PersonForm of(Person person, Map<String, ViewUrl> views) {
      return new PersonForm(
          person.id().value(),
          person.name(),
          person.photoCount(),
          person.repThumbKey(),
          person.repThumbKey() == null ? null : url(views, person.repThumbKey()));
    }
  }

  /// `photos PERSON`
  public record PersonPhotos(String personId, List<PhotoForm> photos) {}

  /// `GET /persons/{personId}/photos`
  ///
  /// @param next the `cursor` to go on with, `null` after the last
  public record PersonPhotosPage(String personId, List<PhotoForm> photos, @Nullable String next) {}

  /// @param thumbKey of the person's face on that photo
  public record PhotoForm(
      String photoId,
      String photoBucket,
      String photoKey,
      String thumbKey,
      @Nullable String photoURL,
      @Nullable String thumbURL) {
    public static PhotoForm of(PersonPhoto shown, Map<String, ViewUrl> views) {
      var original = shown.photo().original();
      String thumb = shown.face().thumbKey();
      return new PhotoForm(
          shown.photo().id().value(),
          original.bucket(),
          original.key(),
          thumb,
          url(views, original.key()),
          url(views, thumb));
    }
  }

  static @Nullable String url(Map<String, ViewUrl> views, String key) {
    ViewUrl view = views.get(key);
    return view == null ? null : view.url().toString();
  }

  /// `faces`
  public record Faces(List<FaceForm> faces) {}

  /// @param personId whom it is shown as, `null` for nobody
  public record FaceForm(
      String faceId,
      String photoId,
      String fileName,
      BoxForm box,
      double quality,
      @Nullable String personId) {
    public static FaceForm of(Face face, String fileName) {
      return new FaceForm(
          face.id().toString(),
          face.id().photo().value(),
          fileName,
          BoxForm.of(face),
          face.quality(),
          face.person() == null ? null : face.person().value());
    }
  }

  /// Shares of the upright photo's width and height, spelt as Rekognition does.
  public record BoxForm(
      @JsonProperty("Left") double left,
      @JsonProperty("Top") double top,
      @JsonProperty("Width") double width,
      @JsonProperty("Height") double height) {
    static BoxForm of(Face face) {
      var box = face.box();
      return new BoxForm(box.left(), box.top(), box.width(), box.height());
    }
  }

  /// `history`
  public record History(List<ActForm> acts) {}

  /// @param at ISO-8601 in UTC
  public record ActForm(long act, String at, String kind, String text, boolean undone) {
    public static ActForm of(Past past) {
      return new ActForm(
          past.act().seq(), past.act().at().toString(), past.kind(), past.text(), past.undone());
    }
  }

  /// One line of `import`.
  public record Imported(
      String file, @Nullable String photoId, String state, int faces, @Nullable String reason) {
    public static Imported of(ImportRow row) {
      PhotoId photo = row.state() == ImportState.FAILED ? null : row.photo();
      return new Imported(
          FileNames.text(row.file()),
          photo == null ? null : photo.value(),
          switch (row.state()) {
            case READY -> "ready";
            case ALREADY -> "already";
            default -> "failed";
          },
          row.faces(),
          row.reason());
    }
  }

  /// The last line of `import`.
  public record ImportSummary(Summary summary) {}

  public record Summary(int ready, int already, int failed, int faces, double seconds) {}
}
