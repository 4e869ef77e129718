package app.likeness.pictures;

import java.util.function.IntBinaryOperator;

/// Pictures drawn by code for the tests.
public final class Drawn {
  private Drawn() {}

  public static Picture picture(int width, int height, IntBinaryOperator color) {
    int[] pixels = new int[width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = 0xFF000000 | color.applyAsInt(i % width, i / width);
    }
    return new Picture(width, height, pixels);
  }

  public static Picture plain(int width, int height, int color) {
    return picture(width, height, (_, _) -> color);
  }

  /// Red, green, blue and yellow quarters: no two turns of it look alike.
  public static Picture quarters(int width, int height) {
    return picture(
        width,
        height,
        (x, y) ->
            y < height / 2
                ? (x < width / 2 ? 0xC02020 : 0x20C020)
                : (x < width / 2 ? 0x2020C0 : 0xC0C020));
  }

  /// The stored picture that EXIF's orientation turns into the upright one, by EXIF's own words.
  public static Picture stored(Picture upright, int value) {
    int w = upright.width();
    int h = upright.height();
    boolean swaps = value >= 5;
    return picture(
        swaps ? h : w,
        swaps ? w : h,
        (x, y) -> {
          int across = swaps ? y : x; // along the visual rows
          int down = swaps ? x : y;
          boolean rightToLeft = value == 2 || value == 3 || value == 6 || value == 7;
          boolean upwards = value == 3 || value == 4 || value == 7 || value == 8;
          int column = rightToLeft ? w - 1 - across : across;
          int row = upwards ? h - 1 - down : down;
          return upright.pixels()[row * w + column];
        });
  }

  /// The colours in the middle of the four quarters, row by row.
  public static int[] quartersOf(Picture picture) {
    return new int[] {
      at(picture, .25, .25), at(picture, .75, .25), at(picture, .25, .75), at(picture, .75, .75)
    };
  }

  /// Soft waves with fine detail, about as hard to encode as a photo.
  public static Picture waves(int width, int height) {
    return picture(
        width,
        height,
        (x, y) -> {
          int red = (int) (127 + 100 * Math.sin(x / 9.0) * Math.cos(y / 23.0));
          int green = (x * 255 / width + (x ^ y) % 16) & 0xFF;
          int blue = (y * 255 / height + (x * 7 + y * 13) % 32) & 0xFF;
          return red << 16 | green << 8 | blue;
        });
  }

  /// The largest difference of two colours in one of red, green and blue.
  public static int distance(int one, int other) {
    int most = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      most = Math.max(most, Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)));
    }
    return most;
  }

  /// The mean difference of two pictures of one size, 0..255.
  public static double meanDistance(Picture one, Picture other) {
    long sum = 0;
    for (int i = 0; i < one.pixels().length; i++) {
      sum += distance(one.pixels()[i], other.pixels()[i]);
    }
    return (double) sum / one.pixels().length;
  }

  /// The colour at a place given in shares of width and height.
  public static int at(Picture picture, double x, double y) {
    int column = (int) (x * picture.width());
    int row = (int) (y * picture.height());
    return picture.pixels()[row * picture.width() + column];
  }
}
