package app.likeness.pictures.metadata;

import static com.drew.metadata.exif.ExifDirectoryBase.TAG_DATETIME;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_DATETIME_DIGITIZED;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_DATETIME_ORIGINAL;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_MAKE;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_MODEL;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_SUBSECOND_TIME;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_SUBSECOND_TIME_DIGITIZED;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_SUBSECOND_TIME_ORIGINAL;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_TIME_ZONE;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_TIME_ZONE_DIGITIZED;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_TIME_ZONE_ORIGINAL;

import app.likeness.model.Capture;
import app.likeness.model.Location;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes a `Capture` of EXIF's tags; what makes no sense is left out.
final class Captures {
  private static final int LONGEST_NAME = 100;

  private static final DateTimeFormatter EXIF =
      DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /// EXIF 2.32, 4.6.5.6: a moment is spread over three tags.
  private record Moment(int time, int fraction, int zone) {}

  /// What says best when the shutter opened, first.
  private static final List<Moment> MOMENTS =
      List.of(
          new Moment(TAG_DATETIME_ORIGINAL, TAG_SUBSECOND_TIME_ORIGINAL, TAG_TIME_ZONE_ORIGINAL),
          new Moment(TAG_DATETIME_DIGITIZED, TAG_SUBSECOND_TIME_DIGITIZED, TAG_TIME_ZONE_DIGITIZED),
          new Moment(TAG_DATETIME, TAG_SUBSECOND_TIME, TAG_TIME_ZONE));

  private final List<Directory> directories;

  private Captures(Metadata metadata) {
    directories =
        Stream.of(ExifSubIFDDirectory.class, ExifIFD0Directory.class)
            .flatMap(type -> metadata.getDirectoriesOfType(type).stream())
            .map(Directory.class::cast)
            .toList();
  }

  static Capture of(Metadata metadata) {
    Captures captures = new Captures(metadata);
    String camera = captures.camera();
    Location location = location(metadata.getFirstDirectoryOfType(GpsDirectory.class));
    for (Moment moment : MOMENTS) {
      LocalDateTime time = captures.time(moment);
      if (time != null) {
        return new Capture(time, captures.zone(moment), camera, location);
      }
    }
    return new Capture(null, null, camera, location);
  }

  private @Nullable LocalDateTime time(Moment moment) {
    String text = text(moment.time);
    try {
      return text == null
          ? null
          : LocalDateTime.parse(text, EXIF).plusNanos(nanos(text(moment.fraction)));
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static long nanos(@Nullable String fraction) {
    return fraction != null && fraction.matches("\\d{1,9}")
        ? Long.parseLong((fraction + "00000000").substring(0, 9))
        : 0;
  }

  private @Nullable ZoneOffset zone(Moment moment) {
    String text = text(moment.zone);
    try {
      return text == null ? null : ZoneOffset.of(text);
    } catch (DateTimeException _) {
      return null;
    }
  }

  /// Make and model as one text; many a model repeats its make.
  private @Nullable String camera() {
    String make = text(TAG_MAKE);
    String model = text(TAG_MODEL);
    if (make == null || model == null) {
      return make == null ? model : make;
    }
    String brand = make.split(" ", 2)[0].toLowerCase(Locale.ROOT);
    return model.toLowerCase(Locale.ROOT).startsWith(brand) ? model : make + " " + model;
  }

  private @Nullable String text(int tag) {
    return directories.stream()
        .map(directory -> directory.getString(tag))
        .filter(Objects::nonNull)
        .map(text -> text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip())
        .filter(text -> !text.isEmpty())
        .map(text -> text.substring(0, Math.min(text.length(), LONGEST_NAME)))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Location location(@Nullable GpsDirectory gps) {
    GeoLocation place = gps == null ? null : gps.getGeoLocation();
    return place == null
            || place.isZero()
            || !(Math.abs(place.getLatitude()) <= 90)
            || !(Math.abs(place.getLongitude()) <= 180)
        ? null
        : new Location(place.getLatitude(), place.getLongitude());
  }
}
