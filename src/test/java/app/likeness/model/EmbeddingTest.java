package app.likeness.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EmbeddingTest {
  private static final int SIZE = 512;

  private final Random random = new Random(1);

  @Test
  void theCompactFormKeepsEveryCosine() {
    for (int i = 0; i < 1_000; i++) {
      Embedding a = unit();
      Embedding b = unit();
      assertThat(roundTrip(a).cosine(roundTrip(b))).isCloseTo(a.cosine(b), within(1e-4));
      assertThat(roundTrip(a).cosine(a)).isCloseTo(1, within(1e-4));
    }
  }

  @Test
  void theCompactFormHasTwoBytesAComponentAndIsStable() {
    Embedding face = unit();
    byte[] bytes = face.toBytes();

    assertThat(bytes).hasSize(2 * SIZE);
    assertThat(roundTrip(face).toBytes()).isEqualTo(bytes);
  }

  @Test
  void modelAndLengthAreGivenBack() {
    Embedding read = Embedding.of("net", unit().toBytes(), 3.5f);

    assertThat(read.model()).isEqualTo("net");
    assertThat(read.length()).isEqualTo(3.5f);
  }

  @Test
  void theLargestComponentsFit() {
    Embedding axis = new Embedding("net", new float[] {-1.0000001f, 0, 1.0000001f}, 1);

    assertThat(Embedding.of("net", axis.toBytes(), 1).vector()).containsExactly(-1, 0, 1);
  }

  private static Embedding roundTrip(Embedding face) {
    return Embedding.of(face.model(), face.toBytes(), face.length());
  }

  private Embedding unit() {
    float[] vector = new float[SIZE];
    double squares = 0;
    for (int i = 0; i < SIZE; i++) {
      vector[i] = (float) random.nextGaussian();
      squares += vector[i] * vector[i];
    }
    for (int i = 0; i < SIZE; i++) {
      vector[i] /= (float) Math.sqrt(squares);
    }
    return new Embedding("net", vector, 3);
  }
}
