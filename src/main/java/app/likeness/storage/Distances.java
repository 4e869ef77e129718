package app.likeness.storage;

import app.likeness.model.GalleryException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Measures how far targets are, and measures again when that has become old or doubtful.
final class Distances {
  private static final Duration OLD = Duration.ofMinutes(10);
  private static final Duration DOUBTED = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int REQUESTS = 3;

  // An object that nobody has; a store that can be used says so.
  private static final String PROBE = ObjectKeys.RAW + "likeness-probe";

  private final List<Target> targets;
  private final InstantSource clock;
  private List<Distance> last = List.of();
  private Instant measured = Instant.MIN;
  private boolean doubted;

  Distances(List<Target> targets, InstantSource clock) {
    this.targets = List.copyOf(targets);
    this.clock = clock;
  }

  /// Nearest first; waits for answers, if it has to measure, ten seconds at most.
  synchronized List<Distance> now() {
    Duration most = doubted ? DOUBTED : OLD;
    if (clock.instant().isAfter(measured.plus(most)) || last.isEmpty()) {
      last = measure();
      measured = clock.instant();
      doubted = false;
    }
    return last;
  }

  /// Something did not go as it should: look again before the next choice.
  synchronized void doubt() {
    doubted = true;
  }

  // Not structured concurrency: that is a preview still. A probe that hangs is left behind.
  private List<Distance> measure() {
    AtomicReferenceArray<@Nullable Duration> latencies =
        new AtomicReferenceArray<>(targets.size());
    CountDownLatch left = new CountDownLatch(targets.size());
    List<Thread> probes =
        IntStream.range(0, targets.size()).mapToObj(at -> probe(at, latencies, left)).toList();
    try {
      left.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GalleryException.Unavailable("This was interrupted.", e);
    } finally {
      probes.forEach(Thread::interrupt);
    }
    return IntStream.range(0, targets.size())
        .mapToObj(i -> new Distance(targets.get(i), latencies.get(i)))
        .sorted(Distance.NEAREST)
        .toList();
  }

  private Thread probe(
      int at, AtomicReferenceArray<@Nullable Duration> latencies, CountDownLatch left) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                latencies.set(at, latency(targets.get(at)));
              } finally {
                left.countDown();
              }
            });
  }

  private static @Nullable Duration latency(Target target) {
    try {
      target.store().size(PROBE); // connects
      return Stream.generate(() -> once(target))
          .limit(REQUESTS)
          .sorted()
          .toList()
          .get(REQUESTS / 2);
    } catch (GalleryException _) {
      return null;
    }
  }

  private static Duration once(Target target) {
    long start = System.nanoTime();
    target.store().size(PROBE);
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
