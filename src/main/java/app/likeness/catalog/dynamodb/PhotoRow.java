package app.likeness.catalog.dynamodb;

import app.likeness.model.Capture;
import app.likeness.model.Location;
import app.likeness.model.Original;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.model.PhotoState;
import app.likeness.model.PictureType;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A photo as an item of `Photos`.
///
/// An existing deployment wrote only `s3Bucket`, `s3Key`, `uploadedAt` and perhaps `faceCount`; such
/// a photo is ready, and its place in the timeline is when it was uploaded.
final class PhotoRow {
  private PhotoRow() {}

  static Optional<Item> find(View view, PhotoId id) {
    return view.get(Table.PHOTOS.key(id.value()));
  }

  static Item of(Photo photo, Item before) {
    Original original = photo.original();
    Item.Change change =
        before.change()
            .text("photoId", photo.id())
            .text("fileName", original.fileName())
            .text("s3Bucket", original.bucket())
            .text("s3Key", original.key())
            .text("type", original.type())
            .number("bytes", original.bytes())
            .text("sha256", original.sha256())
            .text("uploadedAt", original.uploadedAt())
            .number("width", photo.width())
            .number("height", photo.height())
            .text("sortedAt", photo.sortedAt())
            .number("faceCount", photo.faceCount())
            .text("reason", photo.reason());
    capture(change, photo.capture());
    return in(change.done(), photo.state());
  }

  private static void capture(Item.Change change, Capture capture) {
    Location location = capture.location();
    change
        .text("takenAt", capture.takenAt())
        .text("zone", capture.zone())
        .text("camera", capture.camera())
        .real("latitude", location == null ? null : (Double) location.latitude())
        .real("longitude", location == null ? null : (Double) location.longitude());
  }

  /// The item in a state, which nobody works on, with what the indexes need.
  static Item in(Item item, PhotoState state) {
    String id = item.text("photoId", "");
    String place = place(item);
    boolean ready = state == PhotoState.READY;
    return item.change()
        .text("state", state)
        .without("leaseOwner")
        .without("leaseUntil")
        .text("stateShard", shard(state, Shard.of(id)))
        .text("month", ready ? Stamps.month(place) : null)
        .text("placed", ready ? place : null)
        .done();
  }

  static String shard(PhotoState state, int shard) {
    return state + "#" + shard;
  }

  static PhotoState state(Item item) {
    return PhotoState.valueOf(item.text("state", PhotoState.READY.name()));
  }

  /// Where the photo of an item is in the timeline.
  static String place(Item item) {
    return Stamps.place(sortedAt(item), item.text("photoId", ""));
  }

  private static LocalDateTime sortedAt(Item item) {
    String sortedAt = item.raw("sortedAt");
    return sortedAt == null
        ? LocalDateTime.ofInstant(uploadedAt(item), ZoneOffset.UTC)
        : LocalDateTime.parse(sortedAt);
  }

  private static Instant uploadedAt(Item item) {
    return Stamps.instant(item.text("uploadedAt", ""));
  }

  static Photo read(Item item) {
    return new Photo(
        new PhotoId(item.text("photoId", "")),
        state(item),
        original(item),
        (int) item.number("width"),
        (int) item.number("height"),
        sortedAt(item),
        capture(item),
        (int) item.number("faceCount"),
        item.raw("reason"));
  }

  private static Original original(Item item) {
    String key = item.text("s3Key", "");
    return new Original(
        item.text("fileName", key.substring(key.lastIndexOf('/') + 1)),
        item.text("s3Bucket", ""),
        key,
        type(item.raw("type"), key.toLowerCase(Locale.ROOT)),
        item.number("bytes"),
        item.text("sha256", ""),
        uploadedAt(item));
  }

  private static PictureType type(@Nullable String type, String key) {
    return type != null
        ? PictureType.valueOf(type)
        : Arrays.stream(PictureType.values())
            .filter(each -> key.endsWith("." + each.ending()))
            .findFirst()
            .orElse(PictureType.JPEG);
  }

  private static Capture capture(Item item) {
    String takenAt = item.raw("takenAt");
    String zone = item.raw("zone");
    return new Capture(
        takenAt == null ? null : LocalDateTime.parse(takenAt),
        zone == null ? null : ZoneOffset.of(zone),
        item.raw("camera"),
        item.has("latitude")
            ? new Location(item.real("latitude"), item.real("longitude"))
            : null);
  }

  /// Writes a photo, or removes it, and keeps what is counted of the ready ones by month.
  static void write(Unit unit, @Nullable Item before, @Nullable Item after) {
    Item one = Objects.requireNonNull(after != null ? after : before);
    Months.count(unit, before, -1);
    Months.count(unit, after, 1);
    if (after != null) {
      unit.put(Table.PHOTOS, after);
    } else {
      unit.remove(Table.PHOTOS.key(one));
    }
  }
}
