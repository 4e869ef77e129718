package app.likeness.api;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// Lets each asker through so many times a second, and a burst at once: a token bucket for each.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc2697">RFC 2697, which describes the bucket</a>
final class RateLimit {
  private static final double NANOS = 1e9;
  private static final int MOST_ASKERS = 10_000;

  private final double perSecond;
  private final double burst;
  private final LongSupplier nanoTime;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  /// @param nanoTime a clock like `System::nanoTime`
  RateLimit(double perSecond, double burst, LongSupplier nanoTime) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.nanoTime = nanoTime;
  }

  /// How full a bucket was, and when.
  private record Bucket(double left, long at) {}

  /// @throws Refusal when this asker has asked too often
  void pass(String asker) {
    long now = nanoTime.getAsLong();
    if (buckets.size() > MOST_ASKERS) {
      buckets.values().removeIf(bucket -> left(bucket, now) >= burst);
    }
    Bucket after =
        buckets.merge(
            asker, new Bucket(burst - 1, now), (old, _) -> new Bucket(left(old, now) - 1, now));
    if (after.left < 0) {
      // A refusal takes nothing.
      buckets.computeIfPresent(asker, (_, bucket) -> new Bucket(bucket.left + 1, bucket.at));
      throw Refusal.tooMany((long) Math.ceil(-after.left / perSecond));
    }
  }

  private double left(Bucket bucket, long now) {
    return Math.min(burst, bucket.left + (now - bucket.at) / NANOS * perSecond);
  }
}
