package app.likeness.catalog.dynamodb;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// A photo in a person's list, by their best occurrence on it.
///
/// @param occurrence the best
/// @param place the last sort key of the photo's occurrences, after which the next photo begins
record Best(Item occurrence, String place) {
  /// Photos, each once, out of occurrences in order of place, where a photo's stand together.
  static Stream<Best> of(Stream<Item> occurrences) {
    Iterator<Best> grouped = new Grouped(occurrences.iterator());
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(grouped, Spliterator.ORDERED), false);
  }

  String photo() {
    return OccurrenceRow.photo(occurrence);
  }

  private Best with(Item next) {
    String rank = next.text("rank", "");
    boolean better = rank.compareTo(occurrence.text("rank", "")) < 0;
    return new Best(better ? next : occurrence, next.text("placed", ""));
  }

  private static final class Grouped implements Iterator<Best> {
    private final Iterator<Item> occurrences;
    private @Nullable Item ahead;

    Grouped(Iterator<Item> occurrences) {
      this.occurrences = occurrences;
      advance();
    }

    private void advance() {
      ahead = occurrences.hasNext() ? occurrences.next() : null;
    }

    @Override
    public boolean hasNext() {
      return ahead != null;
    }

    @Override
    public Best next() {
      Item first = ahead;
      if (first == null) {
        throw new NoSuchElementException();
      }
      Best best = new Best(first, first.text("placed", ""));
      advance();
      while (ahead != null && OccurrenceRow.photo(ahead).equals(best.photo())) {
        best = best.with(ahead);
        advance();
      }
      return best;
    }
  }
}
