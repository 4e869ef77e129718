package app.likeness.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.model.Box;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ScalingTest {
  private static final Box ALL = new Box(0, 0, 1, 1);

  @Test
  void shrinkingAveragesEachArea() {
    Picture halved = Scaling.scale(grey(4, 2, 0, 40, 100, 100, 80, 120, 200, 204), ALL, 2, 1);

    assertThat(halved.pixels()).containsExactly(pixel(60), pixel(151));
  }

  @Test
  void aPixelOnABorderCountsInPartOnEitherSide() {
    Picture shrunk = Scaling.scale(grey(3, 1, 30, 60, 90), ALL, 2, 1);

    assertThat(shrunk.pixels()).containsExactly(pixel(40), pixel(80));
  }

  @Test
  void enlargingInterpolatesBetweenTheCentresOfPixels() {
    Picture doubled = Scaling.scale(grey(2, 1, 0, 100), ALL, 4, 1);

    assertThat(doubled.pixels()).containsExactly(pixel(0), pixel(25), pixel(75), pixel(100));
  }

  @Test
  void takesThePartThatWasAskedFor() {
    Picture part = Scaling.scale(grey(4, 1, 10, 20, 30, 40), new Box(.25, 0, .5, 1), 2, 1);

    assertThat(part.pixels()).containsExactly(pixel(20), pixel(30));
  }

  @Test
  void beyondTheEdgeThePictureGoesOnAsItsEdge() {
    Picture wider = Scaling.scale(grey(2, 1, 10, 50), new Box(-.5, 0, 2, 1), 4, 1);

    assertThat(wider.pixels()).containsExactly(pixel(10), pixel(10), pixel(50), pixel(50));
  }

  @Test
  void channelsDoNotMixAndOneColourStaysThatColour() {
    int[] pixels = new int[37 * 11];
    Arrays.fill(pixels, 0xfffe0180);

    for (int[] size : new int[][] {{1, 1}, {10, 10}, {37, 11}, {100, 3}}) {
      assertThat(Scaling.scale(new Picture(37, 11, pixels), ALL, size[0], size[1]).pixels())
          .containsOnly(0xfffe0180);
    }
  }

  private static Picture grey(int width, int height, int... values) {
    return new Picture(width, height, Arrays.stream(values).map(ScalingTest::pixel).toArray());
  }

  private static int pixel(int grey) {
    return 0xff000000 | grey << 16 | grey << 8 | grey;
  }
}
