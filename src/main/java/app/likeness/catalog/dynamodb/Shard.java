package app.likeness.catalog.dynamodb;

import java.util.Comparator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Lists over everything are kept in a few partitions, so that none takes all the writes.
final class Shard {
  private static final int SHARDS = 4;

  private Shard() {}

  static int of(String id) {
    return Math.floorMod(id.hashCode(), SHARDS);
  }

  /// The shards of a list as one list.
  static <T> Stream<T> merged(IntFunction<Stream<T>> shard, Comparator<? super T> order) {
    return Merged.of(each(shard).toList(), order);
  }

  static <T> Stream<Stream<T>> each(IntFunction<Stream<T>> shard) {
    return IntStream.range(0, SHARDS).mapToObj(shard);
  }
}
