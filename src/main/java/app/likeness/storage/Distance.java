package app.likeness.storage;

import java.time.Duration;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// How far a target is.
///
/// @param latency of a small signed request, the median of a few; `null` where it does not answer
public record Distance(Target target, @Nullable Duration latency) {
  /// Nearest first, those that do not answer last.
  static final Comparator<Distance> NEAREST =
      Comparator.comparing(Distance::latency, Comparator.nullsLast(Comparator.naturalOrder()));

  public boolean answers() {
    return latency != null;
  }
}
