package app.likeness.catalog.dynamodb;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/// Times as texts that sort, and numbers as texts that sort.
final class Stamps {
  private static final DateTimeFormatter FIXED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final LocalDateTime FIRST = LocalDateTime.of(0, 1, 1, 0, 0);
  private static final LocalDateTime LAST = LocalDateTime.of(9999, 12, 31, 23, 59, 59);
  private static final int MONTHS = 12;
  /// Between a sort key's figure and the id that makes it unique; less than any character of an id.
  private static final String BETWEEN = "#";

  private Stamps() {}

  /// A place in the timeline; years that have not four digits are put at its ends.
  static String of(LocalDateTime time) {
    LocalDateTime near = time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time;
    return FIXED.format(near);
  }

  /// The place in the timeline that a photo or an occurrence is sorted by.
  static String place(LocalDateTime time, String id) {
    return of(time) + BETWEEN + id;
  }

  /// The time in a place of the timeline.
  static LocalDateTime wall(String place) {
    return LocalDateTime.parse(place.split(BETWEEN, 2)[0], FIXED);
  }

  static String month(String place) {
    return place.substring(0, "0000-00".length());
  }

  static long number(String month) {
    YearMonth parsed = YearMonth.parse(month);
    return (long) parsed.getYear() * MONTHS + parsed.getMonthValue() - 1;
  }

  static YearMonth month(long number) {
    return YearMonth.of((int) Math.floorDiv(number, MONTHS), Math.floorMod(number, MONTHS) + 1);
  }

  /// A count that sorts as a text.
  static String count(long count) {
    return String.format(Locale.ROOT, "%010d", count);
  }

  static String counted(long count, String id) {
    return count(count) + BETWEEN + id;
  }

  /// A quality that sorts as a text, the best first.
  static String rank(double quality, String id) {
    // The bits of doubles from 0 on are in the order of their values.
    long bits = Double.doubleToLongBits(Math.max(0, quality));
    return String.format(Locale.ROOT, "%016x", Long.MAX_VALUE - bits) + BETWEEN + id;
  }

  /// Reads a time as any deployment wrote it: with or without a zone, which is UTC then.
  static Instant instant(String text) {
    try {
      TemporalAccessor time =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
      return time instanceof OffsetDateTime zoned
          ? zoned.toInstant()
          : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException _) {
      return Instant.EPOCH;
    }
  }
}
