package app.likeness.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.model.Page;
import app.likeness.ui.Background;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GridItemsTest {
  private final List<Throwable> failures = new ArrayList<>();
  private final Background background = Background.direct(failures::add);

  @Test
  void everythingIsCountedButOnlyTheNeighbourhoodIsRead() {
    NumberSource source = NumberSource.of(3000, 0, 40_000, 57_000);
    GridItems<Integer, Integer> items = read(source);
    assertThat(items.size()).isEqualTo(100_000);
    items.show(3010, 3060);
    assertThat(items.get(3010)).isEqualTo(3010);
    assertThat(items.get(3059)).isEqualTo(3059);
    assertThat(items.get(9000)).isNull();
    assertThat(source.reads).isLessThan(50);
  }

  @Test
  void aJumpIntoALongSectionFindsTheRightItems() {
    GridItems<Integer, Integer> items = read(NumberSource.of(10, 100_000));
    items.show(80_000, 80_060);
    assertThat(IntStream.range(80_000, 80_060).mapToObj(items::get).toList())
        .isEqualTo(IntStream.range(80_000, 80_060).boxed().toList());
  }

  @Test
  void memoryStaysConstantHoweverFarOneScrolls() {
    GridItems<Integer, Integer> items = read(NumberSource.of(20_000, 20_000));
    for (int from = 0; from < 40_000; from += 50) {
      items.show(from, Math.min(40_000, from + 60));
      assertThat(items.get(from)).isEqualTo(from);
    }
    long held = IntStream.range(0, 40_000).filter(i -> items.get(i) != null).count();
    assertThat(held).isLessThan(1500);
  }

  @Test
  void aListThatCannotBeCountedGrowsWhileItIsRead() {
    GridItems<Integer, Integer> items = read(NumberSource.uncounted(1234));
    assertThat(items.size()).isBetween(100, 600);
    for (int at = 0; at < items.size(); at += 20) {
      items.show(at, Math.min(items.size(), at + 40));
    }
    assertThat(items.size()).isEqualTo(1234);
    assertThat(items.get(1233)).isEqualTo(1233);
  }

  @Test
  void aCountThatWasWrongIsCorrected() {
    NumberSource source = NumberSource.of(250);
    GridItems<Integer, Integer> items = new GridItems<>(lying(source, 400), background);
    items.reload();
    items.show(0, 300);
    assertThat(items.size()).isEqualTo(250);
    GridItems<Integer, Integer> few = new GridItems<>(lying(source, 20), background);
    few.reload();
    for (int at = 0; at < few.size(); at += 20) {
      few.show(at, few.size());
    }
    assertThat(few.size()).isEqualTo(250);
  }

  @Test
  void anEmptyListIsReadyAndEmpty() {
    GridItems<Integer, Integer> items = new GridItems<>(NumberSource.uncounted(0), background);
    assertThat(items.isReady()).isFalse();
    items.reload();
    assertThat(items.isReady()).isTrue();
    assertThat(items.size()).isZero();
  }

  @Test
  void whatIsInViewIsFoundAgainAfterAChangeAboveIt() {
    NumberSource source = NumberSource.of(500, 5000);
    GridItems<Integer, Integer> items = read(source);
    items.show(2000, 2060);
    source.sections.get(0).addAll(0, IntStream.range(-300, 0).boxed().toList());
    source.sections.get(1).addAll(0, IntStream.range(-900, -300).boxed().toList());
    items.reload();
    assertThat(items.size()).isEqualTo(6400);
    assertThat(items.indexOf(2000)).isEqualTo(2900);
    assertThat(items.get(2959)).isEqualTo(2059);
  }

  @Test
  void whatIsShownStaysWhileItIsReadAgain() {
    NumberSource source = NumberSource.of(300);
    List<Runnable> waiting = new ArrayList<>();
    GridItems<Integer, Integer> items =
        new GridItems<>(source, new Background(waiting::add, Runnable::run, failures::add));
    items.reload();
    while (!waiting.isEmpty()) {
      waiting.removeFirst().run();
    }
    source.sections.get(0).removeFirst();
    items.reload();
    assertThat(items.get(0)).isZero();
    while (!waiting.isEmpty()) {
      waiting.removeFirst().run();
    }
    assertThat(items.get(0)).isEqualTo(1);
    assertThat(items.size()).isEqualTo(299);
  }

  @Test
  void anotherListForgetsWhatWasStillOnItsWay() {
    List<Runnable> waiting = new ArrayList<>();
    GridItems<Integer, Integer> items =
        new GridItems<>(
            NumberSource.of(300), new Background(waiting::add, Runnable::run, failures::add));
    items.reload();
    items.open(NumberSource.of(7));
    while (!waiting.isEmpty()) {
      waiting.removeFirst().run();
    }
    assertThat(items.size()).isEqualTo(7);
  }

  @Test
  void aFailureIsToldOnceAndReadingGoesOnWhenTheViewMoves() {
    NumberSource source = NumberSource.of(10_000);
    GridItems<Integer, Integer> items = read(source);
    source.broken = true;
    items.show(5000, 5050);
    assertThat(failures)
        .singleElement()
        .extracting(Throwable::getMessage)
        .isEqualTo("The numbers are out.");
    source.broken = false;
    items.show(5010, 5060);
    assertThat(items.get(5010)).isEqualTo(5010);
  }

  @Test
  void keysOfFarItemsAreReadForASelection() {
    GridItems<Integer, Integer> items = read(NumberSource.of(1000, 1000, 1000));
    List<Integer> keys = new ArrayList<>();
    items.keys(900, 2100, keys::addAll);
    assertThat(keys).isEqualTo(IntStream.range(900, 2100).boxed().toList());
  }

  private GridItems<Integer, Integer> read(NumberSource source) {
    GridItems<Integer, Integer> items = new GridItems<>(source, background);
    items.reload();
    return items;
  }

  private static GridSource<Integer, Integer> lying(NumberSource source, int count) {
    return new GridSource<>() {
      @Override
      public List<Section> sections() {
        return List.of(new Section("s0", "", count));
      }

      @Override
      public Page<Integer> page(Section section, String cursor, int limit) {
        return source.page(section, cursor, limit);
      }

      @Override
      public Integer key(Integer item) {
        return item;
      }
    };
  }
}
