package app.likeness.faces.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SimilarityTest {
  private static final List<Point> POINTS =
      List.of(new Point(3, 4), new Point(10, 2), new Point(7, 9), new Point(1, 12), new Point(8, 14));

  @Test
  void findsTheSimilarityThatTheTargetsWereMadeWith() {
    Similarity made = new Similarity(.6, -1.1, 20, -7);

    Similarity found = Similarity.between(POINTS, POINTS.stream().map(made::apply).toList());

    assertThat(found.re()).isCloseTo(.6, within(1e-12));
    assertThat(found.im()).isCloseTo(-1.1, within(1e-12));
    assertThat(found.x()).isCloseTo(20, within(1e-11));
    assertThat(found.y()).isCloseTo(-7, within(1e-11));
    assertThat(found.scale()).isCloseTo(Math.sqrt(.36 + 1.21), within(1e-12));
  }

  @Test
  void aQuarterTurnIsAQuarterTurn() {
    Similarity turn =
        Similarity.between(
            List.of(new Point(0, 0), new Point(1, 0)), List.of(new Point(0, 0), new Point(0, 2)));

    assertThat(turn).isEqualTo(new Similarity(0, 2, 0, 0));
    assertThat(turn.apply(new Point(0, 1))).isEqualTo(new Point(-2, 0));
  }

  @Test
  void noOtherSimilarityComesCloser() {
    Random random = new Random(3);
    List<Point> targets =
        POINTS.stream()
            .map(p -> new Point(2 * p.x() + random.nextGaussian(), 2 * p.y() + random.nextGaussian()))
            .toList();
    Similarity best = Similarity.between(POINTS, targets);

    for (int i = 0; i < 1_000; i++) {
      Similarity other =
          new Similarity(
              best.re() + .01 * random.nextGaussian(),
              best.im() + .01 * random.nextGaussian(),
              best.x() + .1 * random.nextGaussian(),
              best.y() + .1 * random.nextGaussian());
      assertThat(squares(best, targets)).isLessThan(squares(other, targets));
    }
  }

  @Test
  void theInverseTakesEveryPointBack() {
    Similarity there = new Similarity(.6, -1.1, 20, -7);

    for (Point p : POINTS) {
      Point back = there.inverse().apply(there.apply(p));
      assertThat(back.x()).isCloseTo(p.x(), within(1e-12));
      assertThat(back.y()).isCloseTo(p.y(), within(1e-12));
    }
  }

  @Test
  void pointsThatFallTogetherAreMovedOnly() {
    List<Point> same = List.of(new Point(2, 3), new Point(2, 3));

    assertThat(Similarity.between(same, List.of(new Point(5, 5), new Point(7, 9))))
        .isEqualTo(new Similarity(1, 0, 4, 4));
  }

  private static double squares(Similarity similarity, List<Point> targets) {
    double sum = 0;
    for (int i = 0; i < POINTS.size(); i++) {
      Point p = similarity.apply(POINTS.get(i));
      sum += Math.pow(p.x() - targets.get(i).x(), 2) + Math.pow(p.y() - targets.get(i).y(), 2);
    }
    return sum;
  }
}
