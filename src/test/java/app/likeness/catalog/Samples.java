package app.likeness.catalog;

import app.likeness.model.Box;
import app.likeness.model.Capture;
import app.likeness.model.Embedding;
import app.likeness.model.FaceId;
import app.likeness.model.Location;
import app.likeness.model.Original;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.model.PhotoState;
import app.likeness.model.PictureType;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Photos and faces made up for tests, and their way into a catalogue.
public final class Samples {
  public static final String MODEL = "test-model";
  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private Samples() {}

  /// A photo of which all is known, taken that many days after the first of January 2020.
  public static Photo photo(String id, int day) {
    LocalDateTime taken = LocalDateTime.of(2020, 1, 1, 10, 30, 15, 123_456_000).plusDays(day);
    return new Photo(
        new PhotoId(id),
        PhotoState.PENDING,
        new Original(
            "IMG " + id + ".jpg", "bucket", "photos-raw/2020/IMG-" + id + ".jpg",
            PictureType.JPEG, 1000 + day, id + "-hash", NOW.plusNanos(day)),
        4032,
        3024,
        taken,
        new Capture(taken, ZoneOffset.ofHours(2), "Ünï Cam 3", new Location(48.2, 16.37)),
        0,
        null);
  }

  public static NewFace face(Photo photo, int n, double quality) {
    FaceId id = new FaceId(photo.id(), n);
    return new NewFace(
        id, new Box(n / 10.0, .1, .125, .25), .9, 100, "faces-thumbs/none/" + id + ".jpg",
        embedding(id.hashCode(), quality));
  }

  public static Embedding embedding(long seed, double quality) {
    Random random = new Random(seed);
    float[] vector = new float[512];
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
      sum += vector[i] * vector[i];
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(sum);
    }
    return new Embedding(MODEL, vector, (float) quality);
  }

  /// Takes a photo all the way from its announcement to READY.
  public static Photo add(Catalog catalog, Photo photo, NewFace... faces) {
    PhotoTable photos = catalog.photos();
    photos.begin(photo);
    photos.advance(photo.id(), PhotoState.PENDING, PhotoState.UPLOADED);
    photos.lease(photo.id(), "test", NOW, NOW.plusSeconds(60));
    photos.complete(photo, List.of(faces), Set.of(), "test");
    return photos.find(photo.id()).orElseThrow();
  }
}
