package app.likeness.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// Remembers keys for a while, the latest few thousand of them.
final class Recent {
  private static final int MOST = 4096;

  private final InstantSource clock;
  private final Duration memory;
  private final Map<String, Instant> added =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST;
        }
      };

  Recent(InstantSource clock, Duration memory) {
    this.clock = clock;
    this.memory = memory;
  }

  synchronized void add(String key) {
    added.put(key, clock.instant());
  }

  synchronized boolean contains(String key) {
    Instant when = added.get(key);
    return when != null && clock.instant().isBefore(when.plus(memory));
  }
}
