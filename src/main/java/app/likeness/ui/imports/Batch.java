package app.likeness.ui.imports;

import static app.likeness.ui.Strings.text;

import app.likeness.catalog.ImportCounts;
import app.likeness.catalog.ImportState;
import java.time.Duration;
import java.util.Optional;

/// How far the import that is under way has come; rows that were done before it do not count.
///
/// @param walking whether folders are still being looked through, so that the total grows
/// @param left how long the rest will take, once that can be told
public record Batch(int done, int total, boolean walking, boolean paused, Optional<Duration> left) {
  static final Batch NONE = new Batch(0, 0, false, false, Optional.empty());

  private static final int MINUTE = 60;

  static int done(ImportCounts counts) {
    return counts.of(ImportState.READY)
        + counts.of(ImportState.ALREADY)
        + counts.of(ImportState.FAILED);
  }

  public boolean active() {
    return walking || done < total;
  }

  /// 0..1, or -1 while the total is not known at all.
  public double share() {
    return total == 0 ? -1 : (double) done / total;
  }

  /// One line, such as "13 of 19 photos · about 3 minutes left".
  public String line() {
    String far = total == 0 ? text("imports.looking") : text("imports.far", done, total);
    if (paused) {
      return text("imports.and", far, text("imports.paused"));
    }
    if (walking) {
      return total == 0 ? far : text("imports.and", far, text("imports.walking"));
    }
    return left.map(time -> text("imports.and", far, left(time))).orElse(far);
  }

  private static String left(Duration time) {
    long seconds = time.toSeconds();
    if (seconds < MINUTE) {
      return text("imports.left.seconds");
    }
    long minutes = Math.round((double) seconds / MINUTE);
    return minutes < MINUTE
        ? text("imports.left.minutes", minutes)
        : text("imports.left.hours", Math.round((double) minutes / MINUTE));
  }
}
