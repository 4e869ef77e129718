package app.likeness.pictures;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The way from a camera's colours to sRGB: three tone curves, a matrix, and the curve of sRGB.
///
/// Only what ICC.1:2022 calls a three-component matrix-based profile (8.3.3); cameras, phones and
/// screens write no other. Fixed-point numbers, since every pixel of a phone's photo passes here.
public final class ColorProfile {
  /// Steps between black and white in linear light, enough for the darkest of the 256 results.
  private static final int LINEAR = 1 << 13;

  private static final int FRACTION = 14;
  private static final int HALF = 1 << (FRACTION - 1);

  /// Levels by which a result may differ from its source before a profile counts as sRGB.
  private static final int ALIKE = 1;

  private static final int DISPLAY_P3 = 12;

  private final int[][] curves;
  private final int[] matrix;
  private final int[] encoded;

  /// @param curves linear light, 0..1, of each of the 256 values of red, green and blue
  /// @param toXyz the columns red, green and blue in CIE XYZ relative to D50, row by row
  ColorProfile(float[][] curves, double[] toXyz) {
    this.curves = new int[3][256];
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < 256; i++) {
        this.curves[c][i] = Math.round(curves[c][i] * (LINEAR - 1));
      }
    }
    double[] toLinear = Xyz.toSrgb(toXyz);
    matrix = new int[9];
    for (int i = 0; i < 9; i++) {
      matrix[i] = (int) Math.round(toLinear[i] * (1 << FRACTION));
    }
    encoded = new int[LINEAR];
    for (int i = 0; i < LINEAR; i++) {
      encoded[i] = (int) Math.round(255 * Xyz.encode((double) i / (LINEAR - 1)));
    }
  }

  /// Reads an ICC profile; empty where the colours are sRGB anyway, or are not described this way.
  public static Optional<ColorProfile> parse(byte @Nullable [] icc) {
    return icc == null
        ? Optional.empty()
        : IccProfile.parse(icc).filter(profile -> !profile.changesNothing());
  }

  /// Colours by the number of their primaries in ITU-T H.273; empty for all but Display P3 (12).
  public static Optional<ColorProfile> ofPrimaries(int number) {
    if (number != DISPLAY_P3) {
      return Optional.empty();
    }
    float[] curve = new float[256];
    for (int i = 0; i < 256; i++) {
      curve[i] = (float) Xyz.decode(i / 255.0);
    }
    return Optional.of(new ColorProfile(new float[][] {curve, curve, curve}, Xyz.displayP3()));
  }

  /// Converts in place.
  ///
  /// @param pixels `0xFFrrggbb`
  public void toSrgb(int[] pixels) {
    int last = 0;
    int converted = convert(0);
    for (int i = 0; i < pixels.length; i++) {
      int pixel = pixels[i];
      if (pixel != last) {
        last = pixel;
        converted = convert(pixel);
      }
      pixels[i] = converted;
    }
  }

  private int convert(int pixel) {
    int r = curves[0][pixel >> 16 & 0xFF];
    int g = curves[1][pixel >> 8 & 0xFF];
    int b = curves[2][pixel & 0xFF];
    return 0xFF000000
        | encode(matrix[0] * r + matrix[1] * g + matrix[2] * b) << 16
        | encode(matrix[3] * r + matrix[4] * g + matrix[5] * b) << 8
        | encode(matrix[6] * r + matrix[7] * g + matrix[8] * b);
  }

  private int encode(int linear) {
    int rounded = (linear + HALF) >> FRACTION;
    return encoded[Math.clamp(rounded, 0, LINEAR - 1)];
  }

  private boolean changesNothing() {
    for (int i = 0; i < 256; i += 15) {
      for (int pixel : new int[] {i * 0x010101, i << 16, i << 8, i, 0xFF0000 | i, 0x00FF00 | i}) {
        if (differs(pixel, convert(pixel))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean differs(int one, int other) {
    for (int shift = 0; shift <= 16; shift += 8) {
      if (Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)) > ALIKE) {
        return true;
      }
    }
    return false;
  }
}
