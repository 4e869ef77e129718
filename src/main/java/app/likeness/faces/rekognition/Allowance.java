package app.likeness.faces.rekognition;

import app.likeness.model.GalleryException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// How much Amazon Rekognition may cost, and has cost; safe for use by many threads.
public final class Allowance {
  private final @Nullable BigDecimal cap;
  private final LongConsumer counted;
  private long calls;

  /// @param cap in US dollars, `null` for none
  /// @param before paid calls that count already, of earlier runs
  /// @param counted told how many calls there are now, to be kept for later runs
  public Allowance(@Nullable BigDecimal cap, long before, LongConsumer counted) {
    this.cap = cap;
    this.counted = counted;
    calls = before;
  }

  /// No cap, and nobody counts.
  public static Allowance unlimited() {
    return new Allowance(null, 0, _ -> {});
  }

  /// @throws GalleryException.Unavailable when another call would cost more than is allowed
  synchronized void check() {
    if (cap != null && cost(calls + 1).compareTo(cap) > 0) {
      throw new GalleryException.Unavailable(
          String.format(
              Locale.ROOT,
              "Faces are not looked for any more, since Amazon Rekognition has cost about %s US"
                  + " dollars of the %s that you allow: allow more in the settings to go on.",
              spent(), cap.toPlainString()),
          null);
    }
  }

  /// Counts a call that is made in any case.
  synchronized void count() {
    calls++;
    counted.accept(calls);
  }

  synchronized void spend() {
    check();
    count();
  }

  /// In US dollars, by [PaidCall#DOLLARS].
  public synchronized BigDecimal spent() {
    return cost(calls).setScale(2, RoundingMode.HALF_UP);
  }

  private static BigDecimal cost(long calls) {
    return PaidCall.DOLLARS.multiply(BigDecimal.valueOf(calls));
  }
}
