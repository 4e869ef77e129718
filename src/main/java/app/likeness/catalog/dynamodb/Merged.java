package app.likeness.catalog.dynamodb;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Several lists in one order as one list in that order, each read only as far as needed.
final class Merged<T> implements Iterator<T> {
  private final PriorityQueue<Head<T>> heads;

  private record Head<T>(T first, Iterator<T> rest) {}

  private Merged(List<Stream<T>> sorted, Comparator<? super T> order) {
    heads = new PriorityQueue<>(Comparator.comparing(Head::first, order));
    sorted.forEach(each -> push(each.iterator()));
  }

  static <T> Stream<T> of(List<Stream<T>> sorted, Comparator<? super T> order) {
    return StreamSupport.stream(
        () ->
            Spliterators.spliteratorUnknownSize(new Merged<>(sorted, order), Spliterator.ORDERED),
        Spliterator.ORDERED,
        false);
  }

  private void push(Iterator<T> list) {
    if (list.hasNext()) {
      heads.add(new Head<>(list.next(), list));
    }
  }

  @Override
  public boolean hasNext() {
    return !heads.isEmpty();
  }

  @Override
  public T next() {
    Head<T> head = heads.remove();
    push(head.rest());
    return head.first();
  }
}
