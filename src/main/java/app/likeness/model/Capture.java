package app.likeness.model;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// What the camera noted of a picture; everything is optional, since much goes missing on the way.
///
/// @param takenAt the clock on the wall where it was taken
/// @param zone that clock's offset from UTC
/// @param camera make and model as one text
public record Capture(
    @Nullable LocalDateTime takenAt,
    @Nullable ZoneOffset zone,
    @Nullable String camera,
    @Nullable Location location) {
  public static final Capture UNKNOWN = new Capture(null, null, null, null);
}
