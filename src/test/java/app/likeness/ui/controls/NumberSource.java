package app.likeness.ui.controls;

import app.likeness.model.GalleryException;
import app.likeness.model.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Numbers in sections, each page by the number it begins after, as a catalogue reads by key.
final class NumberSource implements GridSource<Integer, Integer> {
  final List<List<Integer>> sections = new ArrayList<>();
  boolean counted = true;
  boolean titled = true;
  boolean broken;
  int reads;

  /// @param sizes of the sections; numbers run through
  static NumberSource of(int... sizes) {
    NumberSource source = new NumberSource();
    int next = 0;
    for (int size : sizes) {
      source.sections.add(new ArrayList<>(IntStream.range(next, next + size).boxed().toList()));
      next += size;
    }
    return source;
  }

  /// One section whose size only reading tells.
  static NumberSource uncounted(int size) {
    NumberSource source = of(size);
    source.counted = false;
    source.titled = false;
    return source;
  }

  @Override
  public List<Section> sections() {
    return IntStream.range(0, sections.size())
        .mapToObj(
            i ->
                new Section(
                    "s" + i,
                    titled ? "Section " + i : "",
                    counted ? sections.get(i).size() : Section.UNKNOWN))
        .toList();
  }

  @Override
  public Page<Integer> page(Section section, String cursor, int limit) {
    if (broken) {
      throw new GalleryException.Unavailable("The numbers are out.", null);
    }
    reads++;
    List<Integer> all = sections.get(Integer.parseInt(section.key().substring(1)));
    int from = cursor == null ? 0 : all.indexOf(Integer.valueOf(cursor)) + 1;
    List<Integer> page = all.subList(from, Math.min(all.size(), from + limit));
    boolean more = from + limit < all.size();
    return new Page<>(page, more ? page.getLast().toString() : null);
  }

  @Override
  public Integer key(Integer item) {
    return item;
  }

  /// Shapes between a portrait and a panorama, the same for the same number.
  @Override
  public double aspect(Integer item) {
    return 0.6 + (item * 7919 % 17) / 10.0;
  }
}
