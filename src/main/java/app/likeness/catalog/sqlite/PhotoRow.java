package app.likeness.catalog.sqlite;

import app.likeness.model.Capture;
import app.likeness.model.Location;
import app.likeness.model.Original;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.model.PhotoState;
import app.likeness.model.PictureType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A photo as a row of `photos`.
final class PhotoRow {
  static final String SELECT =
      """
      SELECT photoId, state, fileName, photoBucket, photoKey, type, bytes, sha256, uploadedAt,
        width, height, sortedAt, takenAt, zone, camera, latitude, longitude, faceCount, reason
      FROM photos""";

  private PhotoRow() {}

  static Optional<Photo> find(Session session, PhotoId id) {
    return session.first(SELECT + " WHERE photoId = ?", PhotoRow::read, id.value());
  }

  /// Answers false when it is there already, and then changes nothing.
  static boolean insert(Session session, Photo photo) {
    Original original = photo.original();
    Capture capture = photo.capture();
    Location location = capture.location();
    int added =
        session.run(
            """
            INSERT INTO photos (photoId, state, fileName, photoBucket, photoKey, type, bytes,
              sha256, uploadedAt, width, height, sortedAt, month, takenAt, zone, camera, latitude,
              longitude, faceCount, reason)
            VALUES (?, 'PENDING', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (photoId) DO NOTHING""",
            photo.id().value(), original.fileName(), original.bucket(), original.key(),
            original.type().name(), original.bytes(), original.sha256(),
            original.uploadedAt().toString(), photo.width(), photo.height(),
            Stamps.of(photo.sortedAt()), month(photo), text(capture.takenAt()),
            text(capture.zone()), capture.camera(), latitude(location), longitude(location),
            photo.faceCount(), photo.reason());
    return added == 1;
  }

  /// Writes what is known of a photo now that it was read; its faces must be written before.
  static void ready(Session session, Photo photo) {
    Original original = photo.original();
    Capture capture = photo.capture();
    Location location = capture.location();
    session.run(
        """
        UPDATE photos SET state = 'READY', leaseOwner = NULL, leaseUntil = NULL, fileName = ?,
          photoBucket = ?, photoKey = ?, type = ?, bytes = ?, sha256 = ?, uploadedAt = ?,
          width = ?, height = ?, sortedAt = ?, month = ?, takenAt = ?, zone = ?, camera = ?,
          latitude = ?, longitude = ?, reason = ?,
          faceCount = (SELECT count(*) FROM faces WHERE faces.photoId = photos.photoId),
          lastFaceNumber = max(lastFaceNumber, ifnull(
            (SELECT max(n) FROM faces WHERE faces.photoId = photos.photoId), 0))
        WHERE photoId = ?""",
        original.fileName(), original.bucket(), original.key(), original.type().name(),
        original.bytes(), original.sha256(), original.uploadedAt().toString(), photo.width(),
        photo.height(), Stamps.of(photo.sortedAt()), month(photo), text(capture.takenAt()),
        text(capture.zone()), capture.camera(), latitude(location), longitude(location),
        photo.reason(), photo.id().value());
  }

  private static long month(Photo photo) {
    return Stamps.month(YearMonth.from(photo.sortedAt()));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable Double latitude(@Nullable Location location) {
    return location == null ? null : (Double) location.latitude();
  }

  private static @Nullable Double longitude(@Nullable Location location) {
    return location == null ? null : (Double) location.longitude();
  }

  static Photo read(ResultSet row) throws SQLException {
    return new Photo(
        new PhotoId(row.getString("photoId")),
        PhotoState.valueOf(row.getString("state")),
        original(row),
        row.getInt("width"),
        row.getInt("height"),
        Stamps.wall(row.getLong("sortedAt")),
        capture(row),
        row.getInt("faceCount"),
        row.getString("reason"));
  }

  private static Original original(ResultSet row) throws SQLException {
    return new Original(
        row.getString("fileName"),
        row.getString("photoBucket"),
        row.getString("photoKey"),
        PictureType.valueOf(row.getString("type")),
        row.getLong("bytes"),
        row.getString("sha256"),
        Instant.parse(row.getString("uploadedAt")));
  }

  private static Capture capture(ResultSet row) throws SQLException {
    String takenAt = row.getString("takenAt");
    String zone = row.getString("zone");
    double latitude = row.getDouble("latitude");
    Location location = row.wasNull() ? null : new Location(latitude, row.getDouble("longitude"));
    return new Capture(
        takenAt == null ? null : LocalDateTime.parse(takenAt),
        zone == null ? null : ZoneOffset.of(zone),
        row.getString("camera"),
        location);
  }
}
