package app.likeness.faces.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.likeness.model.Embedding;
import app.likeness.model.FaceId;
import app.likeness.model.GalleryException;
import app.likeness.model.Match;
import app.likeness.model.PhotoId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class VectorIndexTest {
  private static final int SIZE = 512;
  private static final int ALL = 10_000;

  private final Random random = new Random(7);
  private final RandomVectors vectors = new RandomVectors(random);
  private final VectorIndex index = new VectorIndex(SIZE);

  @Test
  void givesTheNearestFirstAndLeavesTheFaceItselfOut() {
    float[] vector = unit();
    index.put(face(1), vector);
    index.put(face(2), near(vector, .5));
    index.put(face(3), near(vector, .9));
    index.put(face(4), unit());

    List<Match> nearest = index.nearest(face(1), 10, .3);

    assertThat(nearest).extracting(Match::face).containsExactly(face(3), face(2));
    assertThat(nearest.get(0).score()).isCloseTo(.9, within(1e-3));
    assertThat(nearest.get(1).score()).isCloseTo(.5, within(1e-3));
  }

  @Test
  void givesNoMoreThanAskedFor() {
    float[] vector = unit();
    index.put(face(0), vector);
    for (int i = 1; i <= 50; i++) {
      index.put(face(i), near(vector, i / 60.0));
    }

    assertThat(index.nearest(face(0), 3, .0))
        .extracting(Match::face)
        .containsExactly(face(50), face(49), face(48));
    assertThat(index.nearest(face(0), 0, .0)).isEmpty();
  }

  @Test
  void findsAlmostAllThatComparingEverythingFinds() {
    fill(20_000, 12);
    long expected = 0;
    long found = 0;
    for (int i = 0; i < 20_000; i += 25) {
      Set<Match> exact = new HashSet<>(index.exact(face(i), ALL, .32));
      List<Match> nearest = index.nearest(face(i), ALL, .32);
      assertThat(exact).containsAll(nearest);
      expected += exact.size();
      found += nearest.size();
    }

    assertThat(expected).isGreaterThan(5_000);
    assertThat((double) found / expected).isGreaterThan(.999);
  }

  @Test
  void missesAlmostNothingRightAtTheLowestScore() {
    float[] vector = unit();
    index.put(face(0), vector);
    for (int i = 1; i <= 2_000; i++) {
      index.put(face(i), near(vector, .321));
    }

    assertThat(index.nearest(face(0), ALL, .32)).hasSizeGreaterThan(1_998);
  }

  @Test
  void vectorsOfOtherSizesAreSearchedAsWell() {
    for (int size : new int[] {1, 3, 128, 200, 1024}) {
      VectorIndex other = new VectorIndex(size);
      float[] vector = vectors.unit(size);
      other.put(face(1), vector);
      other.put(face(2), vector);

      assertThat(other.nearest(face(1), 5, .9))
          .singleElement()
          .satisfies(match -> assertThat(match.score()).isCloseTo(1, within(1e-3)));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> index.put(face(1), new float[3]));
  }

  @Test
  void aFaceThatIsPutAgainIsReplaced() {
    float[] vector = unit();
    index.put(face(1), vector);
    index.put(face(2), vector);
    index.put(face(2), unit());

    assertThat(index.size()).isEqualTo(2);
    assertThat(index.nearest(face(1), 5, .5)).isEmpty();
  }

  @Test
  void whatIsRemovedIsGoneAndWhatStaysIsFoundAsBefore() {
    fill(5_000, 10);
    List<FaceId> removed = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      if (i % 10 >= 5) {
        removed.add(face(i));
      }
    }
    List<Match> before = index.exact(face(40), ALL, .3);
    before = before.stream().filter(match -> !removed.contains(match.face())).toList();

    index.remove(removed);
    index.remove(removed);

    assertThat(index.size()).isEqualTo(2_500);
    assertThat(index.nearest(face(40), ALL, .3)).isEqualTo(before);
    assertThatThrownBy(() -> index.nearest(face(45), 1, 0))
        .isInstanceOf(GalleryException.NotFound.class)
        .hasMessageContaining(face(45).toString());
  }

  @Test
  void memoryIsGivenBackWhenFacesGo() {
    fill(3 * Block.ROWS + 1, 10);
    assertThat(index.blocks()).isEqualTo(4);

    for (int i = 0; i < 3 * Block.ROWS + 1; i++) {
      index.remove(List.of(face(i)));
    }

    assertThat(index.blocks()).isZero();
    assertThat(index.size()).isZero();
  }

  @Test
  void scoresAreThoseOfTheStoredVectors() {
    float[] a = unit();
    float[] b = near(a, .6);
    index.put(face(1), a);
    index.put(face(2), b);
    Embedding stored = Embedding.of("net", new Embedding("net", a, 3).toBytes(), 3);
    Embedding other = Embedding.of("net", new Embedding("net", b, 3).toBytes(), 3);

    assertThat(index.nearest(face(1), 1, .5).getFirst().score())
        .isCloseTo(stored.cosine(other), within(1e-6));
  }

  @Test
  void searchesGoOnWhileFacesComeAndGo() throws Exception {
    float[] vector = unit();
    index.put(face(0), vector);
    index.put(face(1), near(vector, .8));
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      Future<?> writer = threads.submit(() -> comeAndGo(3_000));
      List<Future<?>> readers = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        readers.add(
            threads.submit(
                () -> {
                  while (!writer.isDone()) {
                    assertThat(index.nearest(face(0), 5, .7))
                        .extracting(Match::face)
                        .containsExactly(face(1));
                  }
                }));
      }
      writer.get();
      for (Future<?> reader : readers) {
        reader.get();
      }
    }
    assertThat(index.size()).isEqualTo(2);
  }

  private void comeAndGo(int faces) {
    for (int i = 2; i < faces; i++) {
      index.put(face(i), unit());
    }
    for (int i = 2; i < faces; i++) {
      index.remove(List.of(face(i)));
    }
  }

  /// Groups of vectors around a common one, more and less alike, as those of people are.
  private void fill(int faces, int group) {
    float[] person = unit();
    for (int i = 0; i < faces; i++) {
      if (i % group == 0) {
        person = unit();
      }
      index.put(face(i), near(person, .45 + .5 * random.nextDouble()));
    }
  }

  private static FaceId face(int n) {
    return new FaceId(new PhotoId("p" + n), 1);
  }

  private float[] unit() {
    return vectors.unit(SIZE);
  }

  private float[] near(float[] vector, double cosine) {
    return vectors.near(vector, cosine);
  }
}
