package app.likeness.ui.imports;

import static app.likeness.catalog.ImportState.ALREADY;
import static app.likeness.catalog.ImportState.FAILED;
import static app.likeness.catalog.ImportState.READY;
import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.catalog.ImportCounts;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BatchTest {
  @Test
  void saysHowFarItIsAndHowLongItTakes() {
    assertThat(batch(13, 19, Duration.ofSeconds(170)).line())
        .isEqualTo("13 of 19 photos · about 3 minutes left");
    assertThat(batch(1, 1, Duration.ofSeconds(20)).line())
        .isEqualTo("1 of 1 photo · less than a minute left");
    assertThat(batch(1, 90_000, Duration.ofHours(5)).line())
        .isEqualTo("1 of 90,000 photos · about 5 hours left");
  }

  @Test
  void promisesNothingWhileFoldersAreWalkedOrItIsPaused() {
    Optional<Duration> left = Optional.of(Duration.ofMinutes(3));
    assertThat(new Batch(2, 9, true, false, left).line())
        .isEqualTo("2 of 9 photos · still looking through folders");
    assertThat(new Batch(2, 9, true, true, left).line()).isEqualTo("2 of 9 photos · paused");
    assertThat(new Batch(0, 0, true, false, left).line()).isEqualTo("Looking through your folders…");
  }

  @Test
  void timeIsJudgedByHowFastItWentOfLate() {
    TimeLeft time = new TimeLeft();
    long second = Duration.ofSeconds(1).toNanos();
    time.note(0, 0);
    time.note(second, 1);
    assertThat(time.of(100)).isEmpty();
    time.note(10 * second, 10);
    assertThat(time.of(100)).contains(Duration.ofSeconds(100));
    for (int i = 1; i <= 100; i++) {
      time.note((10 + i) * second, 10 + i * 10);
    }
    assertThat(time.of(100)).contains(Duration.ofSeconds(10));
  }

  @Test
  void unsupportedFilesAreSummedUp() {
    assertThat(ImportsView.unsupported(Map.of("RAW", 12, "video", 3)))
        .isEqualTo("12 RAW files and 3 video files are not supported yet.");
    assertThat(ImportsView.unsupported(Map.of("RAW", 1))).isEqualTo("1 RAW file is not supported yet.");
  }

  @Test
  void aKindOfOneFileIsNotSpokenOfAsMany() {
    assertThat(ImportsView.unsupported(Map.of("RAW", 1, "video", 1)))
        .isEqualTo("1 RAW file and 1 video file are not supported yet.");
  }

  @Test
  void whatWasInTheGalleryBeforeIsNotCountedAsAdded() {
    ImportCounts counts = new ImportCounts(Map.of(READY, 42, ALREADY, 1), 0, Map.of());
    assertThat(ImportsView.summary(counts))
        .isEqualTo("42 photos added · 1 already in your gallery");
    assertThat(ImportsView.summary(new ImportCounts(Map.of(READY, 1, FAILED, 2), 0, Map.of())))
        .isEqualTo("1 photo added · 2 failed");
  }

  private static Batch batch(int done, int total, Duration left) {
    return new Batch(done, total, false, false, Optional.of(left));
  }
}
