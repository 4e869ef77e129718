package app.likeness.ui.imports;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// How long the rest of an import will take, judged by how fast it went of late.
final class TimeLeft {
  private static final long WINDOW = Duration.ofSeconds(30).toNanos();
  private static final long SETTLES = Duration.ofSeconds(3).toNanos();
  private static final int FEWEST = 3;

  private record Sample(long nanos, int done) {}

  private final Deque<Sample> samples = new ArrayDeque<>();

  /// Notes how many were done at a time; times never fall.
  void note(long nanos, int done) {
    if (!samples.isEmpty() && done < samples.getLast().done()) {
      samples.clear();
    }
    samples.addLast(new Sample(nanos, done));
    while (samples.size() > 2 && nanos - samples.getFirst().nanos() > WINDOW) {
      samples.removeFirst();
    }
  }

  void forget() {
    samples.clear();
  }

  /// Empty until enough was seen to be believed.
  Optional<Duration> of(int open) {
    if (samples.size() < 2) {
      return Optional.empty();
    }
    long nanos = samples.getLast().nanos() - samples.getFirst().nanos();
    int done = samples.getLast().done() - samples.getFirst().done();
    if (nanos < SETTLES || done < FEWEST) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofNanos(nanos / done * open));
  }
}
