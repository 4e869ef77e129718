package app.likeness.faces.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.likeness.pictures.Picture;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlignmentTest {
  /// Where eyes, nose and mouth are on a 112 x 112 picture, as centres of pixels.
  private static final List<Point> PLACES =
      List.of(
          new Point(38.2946, 51.6963),
          new Point(73.5318, 51.5014),
          new Point(56.0252, 71.7366),
          new Point(41.5493, 92.3655),
          new Point(70.7299, 92.2041));

  @Test
  void aFaceThatIsAlignedAlreadyStaysAsItIs() {
    Picture photo = ramp(112, 112, 1, 2);
    Picture aligned = new Alignment(112, 112).align(photo, on(new Similarity(1, 0, .5, .5)));

    assertThat(aligned.pixels()).isEqualTo(photo.pixels());
  }

  @Test
  void movesAndTurnsAndScalesAsTheFacePointsSay() {
    assertFollows(new Similarity(1, 0, 30.25, 11.5), .6);
    assertFollows(new Similarity(.9, .7, 100, 20), .6);
    assertFollows(new Similarity(-.5, .2, 200, 100), .6);
  }

  @Test
  void averagesALargeFaceInsteadOfSkippingItsPixels() {
    assertFollows(new Similarity(3, 1, 120, 5), 1.2);
    Picture stripes = new Picture(500, 500, stripes(500 * 500));
    Picture aligned = new Alignment(112, 112).align(stripes, on(new Similarity(4, 0, 20, 20)));

    assertThat(Arrays.stream(aligned.pixels()).map(pixel -> pixel & 0xff).boxed())
        .allMatch(grey -> grey > 120 && grey < 135);
  }

  @Test
  void beyondThePhotoAllIsBlack() {
    Picture photo = ramp(400, 400, 0, 0);
    Picture aligned = new Alignment(112, 112).align(photo, on(new Similarity(1, 0, -56, 0)));

    assertThat(aligned.pixels()[50 * 112 + 20]).isEqualTo(0xff000000);
    assertThat(aligned.pixels()[50 * 112 + 90]).isEqualTo(photo.pixels()[0]);
  }

  @Test
  void thePlacesGrowWithThePicture() {
    Picture photo = ramp(112, 112, 1, 1);
    Picture aligned = new Alignment(224, 224).align(photo, on(new Similarity(1, 0, .5, .5)));

    assertThat(aligned.pixels()[100 * 224 + 100] & 0xff)
        .isCloseTo(photo.pixels()[50 * 112 + 50] & 0xff, within(1));
  }

  /// A photo whose grey is a plane: what lies where is told by its value.
  private static void assertFollows(Similarity toPhoto, double tolerance) {
    double across = .25;
    double down = .15;
    Picture photo = plane(700, 700, across, down);
    Picture aligned = new Alignment(112, 112).align(photo, on(toPhoto));
    for (int y = 4; y < 108; y++) {
      for (int x = 4; x < 108; x++) {
        Point p = toPhoto.apply(new Point(x, y));
        if (p.x() > 4 && p.y() > 4 && p.x() < 696 && p.y() < 696) {
          double expected = value(p.x(), p.y(), across, down);
          assertThat((double) (aligned.pixels()[y * 112 + x] & 0xff))
              .isCloseTo(expected, within(tolerance + .5));
        }
      }
    }
  }

  private static double value(double x, double y, double across, double down) {
    return Math.min(255, across * (x - .5) + down * (y - .5));
  }

  private static Picture plane(int width, int height, double across, double down) {
    int[] pixels = new int[width * height];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % width;
      int y = i / width;
      pixels[i] = grey((int) Math.round(value(x + .5, y + .5, across, down)));
    }
    return new Picture(width, height, pixels);
  }

  private static Picture ramp(int width, int height, int across, int down) {
    int[] pixels = new int[width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = grey(Math.min(255, 9 + across * (i % width) / 2 + down * (i / width) / 2));
    }
    return new Picture(width, height, pixels);
  }

  private static int[] stripes(int size) {
    int[] pixels = new int[size];
    for (int i = 0; i < size; i++) {
      pixels[i] = grey(255 * (i % 2));
    }
    return pixels;
  }

  private static int grey(int value) {
    return 0xff000000 | value << 16 | value << 8 | value;
  }

  private static List<Point> on(Similarity toPhoto) {
    return PLACES.stream().map(toPhoto::apply).toList();
  }
}
