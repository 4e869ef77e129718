package app.likeness.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class JustifiedLayoutTest {
  private static final double GAP = 4;

  private final GridLayout layout = GridLayout.justified(180, GAP);

  @Test
  void everyRowButTheLastFillsTheWidthExactly() {
    for (int width : new int[] {300, 719, 1024, 1400, 2560}) {
      GridRows rows = layout.rows(500, shapes(500), width);
      for (int row = 0; row < rows.count() - 1; row++) {
        int last = rows.first(row + 1) - 1;
        assertThat(rows.x(rows.first(row))).isZero();
        assertThat(rows.x(last) + rows.width(last)).isEqualTo(width);
      }
    }
  }

  @Test
  void picturesStandSideBySideInWholePixels() {
    GridRows rows = layout.rows(200, shapes(200), 1111);
    for (int i = 0; i < 199; i++) {
      assertThat(rows.x(i)).isEqualTo(Math.rint(rows.x(i)));
      if (rows.rowOf(i) == rows.rowOf(i + 1)) {
        assertThat(rows.x(i + 1)).isEqualTo(rows.x(i) + rows.width(i) + GAP);
      }
    }
  }

  @Test
  void picturesKeepTheirShapesWithinAPixelOrTwo() {
    float[] shapes = shapes(300);
    GridRows rows = layout.rows(300, shapes, 1400);
    for (int i = 0; i < 300; i++) {
      double height = rows.height(rows.rowOf(i));
      assertThat(rows.width(i)).isCloseTo(shapes[i] * height, within(3.0));
    }
  }

  @Test
  void rowsComeNearTheWantedHeight() {
    GridRows rows = layout.rows(1000, shapes(1000), 1400);
    for (int row = 0; row < rows.count(); row++) {
      assertThat(rows.height(row)).isBetween(110.0, 260.0);
    }
  }

  @Test
  void aFewPicturesAreNotBlownUpToFillARow() {
    GridRows rows = layout.rows(2, new float[] {1.5f, 1.5f}, 1400);
    assertThat(rows.count()).isEqualTo(1);
    assertThat(rows.height(0)).isEqualTo(180);
    assertThat(rows.width(0)).isEqualTo(270);
  }

  @Test
  void aLastPictureIsNotLeftAloneWhenTheRowAboveHasRoom() {
    GridRows rows = layout.rows(5, new float[] {1.78f, 1.33f, 1.33f, 0.75f, 1.33f}, 1088);
    assertThat(rows.count()).isEqualTo(1);
    assertThat(rows.x(4) + rows.width(4)).isEqualTo(1088);
  }

  @Test
  void panoramasAndUnknownShapesDoNotSpoilTheirRow() {
    GridRows rows = layout.rows(5, new float[] {9, 0.1f, Float.NaN, 1, 1}, 1000);
    for (int row = 0; row < rows.count(); row++) {
      assertThat(rows.height(row)).isBetween(100.0, 330.0);
    }
  }

  @Test
  void everyItemIsInTheRowThatCountsIt() {
    GridRows rows = layout.rows(777, shapes(777), 900);
    for (int row = 0; row < rows.count(); row++) {
      for (int i = rows.first(row); i < rows.first(row + 1); i++) {
        assertThat(rows.rowOf(i)).isEqualTo(row);
      }
      assertThat(rows.rowAt(rows.top(row))).isEqualTo(row);
      assertThat(rows.rowAt(rows.top(row) + rows.height(row) - 1)).isEqualTo(row);
    }
    assertThat(rows.first(rows.count())).isEqualTo(777);
  }

  @Test
  void anEmptySectionHasNoHeight() {
    assertThat(layout.rows(0, new float[0], 900).height()).isZero();
    assertThat(GridLayout.uniform(100, 100, 8).rows(0, new float[0], 900).height()).isZero();
  }

  @Test
  void uniformCellsFillTheWidth() {
    GridRows rows = GridLayout.uniform(132, 176, 8).rows(100, new float[100], 1003);
    int last = rows.first(1) - 1;
    assertThat(last).isEqualTo(6);
    assertThat(rows.x(last) + rows.width(last)).isEqualTo(1003);
    assertThat(rows.height()).isEqualTo(15 * 184 - 8);
  }

  private static float[] shapes(int count) {
    Random random = new Random(7);
    float[] usual = {1.5f, 1.33f, 0.75f, 0.67f, 1.78f, 1};
    float[] shapes = new float[count];
    for (int i = 0; i < count; i++) {
      shapes[i] = usual[random.nextInt(usual.length)];
    }
    return shapes;
  }
}
