package app.likeness.catalog.sqlite;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// Times as numbers that sort: microseconds since 1970, and months as `year * 12 + month - 1`.
final class Stamps {
  private static final long MICROS = 1_000_000;
  private static final int NANOS = 1_000;
  private static final int MONTHS = 12;
  /// Farther from 1970 than this and it would not fit; no camera's clock is.
  private static final Instant FARTHEST = Instant.ofEpochSecond(Long.MAX_VALUE / MICROS - 1);

  private Stamps() {}

  static long of(Instant time) {
    if (time.isAfter(FARTHEST)) {
      return of(FARTHEST);
    }
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  /// A time on the wall clock, whatever the zone.
  static long of(LocalDateTime time) {
    return of(time.toInstant(ZoneOffset.UTC));
  }

  static LocalDateTime wall(long micros) {
    return LocalDateTime.ofEpochSecond(
        Math.floorDiv(micros, MICROS), (int) Math.floorMod(micros, MICROS) * NANOS, ZoneOffset.UTC);
  }

  static long month(YearMonth month) {
    return (long) month.getYear() * MONTHS + month.getMonthValue() - 1;
  }

  static YearMonth month(long number) {
    return YearMonth.of(
        (int) Math.floorDiv(number, MONTHS), Math.floorMod(number, MONTHS) + 1);
  }
}
