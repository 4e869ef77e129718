package app.likeness.faces.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.model.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectionTest {
  private static final Detection STRONG = new Detection(new Box(.1, .1, .2, .2), .9);
  private static final Detection SHIFTED = new Detection(new Box(.15, .1, .2, .2), .8);
  private static final Detection WITHIN = new Detection(new Box(.12, .12, .05, .05), .7);
  private static final Detection APART = new Detection(new Box(.28, .1, .2, .2), .95);

  @Test
  void theStrongestOfOverlappingBoxesStays() {
    assertThat(strongest(SHIFTED, STRONG)).containsExactly(STRONG);
  }

  @Test
  void aBoxWithinAStrongerOneGoes() {
    assertThat(strongest(STRONG, WITHIN)).containsExactly(STRONG);
  }

  @Test
  void aStrongerBoxWithinALargerOneStaysBesideIt() {
    Detection large = new Detection(STRONG.box(), .5);

    assertThat(strongest(large, WITHIN)).containsExactly(WITHIN, large);
  }

  @Test
  void neighboursThatTouchStayStrongestFirst() {
    assertThat(strongest(STRONG, APART)).containsExactly(APART, STRONG);
  }

  private static List<Detection> strongest(Detection... found) {
    return Detection.strongest(List.of(found), .3, .6);
  }
}
