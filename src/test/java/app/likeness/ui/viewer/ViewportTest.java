package app.likeness.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ViewportTest {
  private static final double EXACT = 1e-6;

  private final Viewport port = new Viewport();

  @Test
  void aLargePhotoIsShownWholeAndCentred() {
    open(4000, 3000, 1000, 1000);
    assertThat(port.fitted()).isTrue();
    assertThat(port.scale()).isEqualTo(0.25);
    assertThat(port.x()).isZero();
    assertThat(port.y()).isEqualTo(125);
    assertThat(port.percent()).isEqualTo(25);
  }

  @Test
  void aSmallPhotoIsNotEnlarged() {
    open(100, 80, 1000, 1000);
    assertThat(port.scale()).isEqualTo(1);
    assertThat(port.x()).isEqualTo(450);
  }

  @Test
  void zoomingKeepsThePointUnderThePointer() {
    open(4000, 3000, 1000, 800);
    port.zoom(4, 300, 400);
    double pictureX = (300 - port.x()) / port.scale();
    double pictureY = (400 - port.y()) / port.scale();
    for (double factor : new double[] {1.3, 1.7, 0.8, 2}) {
      port.zoom(factor, 300, 400);
      assertThat((300 - port.x()) / port.scale()).isCloseTo(pictureX, within(EXACT));
      assertThat((400 - port.y()) / port.scale()).isCloseTo(pictureY, within(EXACT));
    }
  }

  @Test
  void zoomingOutEndsWithTheWholePhoto() {
    open(4000, 3000, 1000, 800);
    port.actual(10, 10);
    for (int i = 0; i < 30; i++) {
      port.zoom(0.8, 900, 10);
    }
    assertThat(port.fitted()).isTrue();
    assertThat(port.x()).isEqualTo(0);
    assertThat(port.drawnWidth()).isCloseTo(1000, within(EXACT));
  }

  @Test
  void noZoomOrPanOpensAnEdge() {
    open(4000, 3000, 1000, 800);
    Random random = new Random(4);
    for (int i = 0; i < 1000; i++) {
      port.zoom(0.5 + random.nextDouble() * 1.5, random.nextInt(1000), random.nextInt(800));
      port.pan(random.nextInt(2000) - 1000, random.nextInt(2000) - 1000);
      assertThat(port.scale()).isLessThanOrEqualTo(Viewport.MOST);
      edges(port.x(), port.drawnWidth(), 1000);
      edges(port.y(), port.drawnHeight(), 800);
    }
  }

  @Test
  void onADenseScreenOnePixelIsOnePixel() {
    port.view(1000, 800, 0.5);
    port.picture(4000, 3000);
    port.actual(500, 400);
    assertThat(port.scale()).isEqualTo(0.5);
    assertThat(port.percent()).isEqualTo(100);
  }

  @Test
  void resizingKeepsTheMiddleWhereItWas() {
    open(4000, 3000, 1000, 800);
    port.actual(500, 400);
    port.pan(-200, -100);
    double middle = (500 - port.x()) / port.scale();
    port.view(700, 900, 1);
    assertThat((350 - port.x()) / port.scale()).isCloseTo(middle, within(EXACT));
    port.fit();
    port.view(500, 500, 1);
    assertThat(port.drawnWidth()).isCloseTo(500, within(EXACT));
  }

  private void open(double width, double height, double viewWidth, double viewHeight) {
    port.view(viewWidth, viewHeight, 1);
    port.picture(width, height);
  }

  private static void edges(double start, double length, double view) {
    if (length <= view) {
      assertThat(start).isCloseTo((view - length) / 2, within(EXACT));
    } else {
      assertThat(start).isLessThanOrEqualTo(EXACT);
      assertThat(start + length).isGreaterThanOrEqualTo(view - EXACT);
    }
  }
}
