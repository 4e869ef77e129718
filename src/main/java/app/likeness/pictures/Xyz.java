package app.likeness.pictures;

/// The colour spaces by numbers: IEC 61966-2-1 (sRGB), and primaries by ITU-T H.273.
final class Xyz {
  /// CIE XYZ relative to D50 to linear sRGB, adapted by Bradford (brucelindbloom.com).
  private static final double[] D50_TO_SRGB = {
    3.1338561, -1.6168667, -0.4906146,
    -0.9787684, 1.9161415, 0.0334540,
    0.0719453, -0.2289914, 1.4052427
  };

  /// Display P3 to CIE XYZ relative to D50, as in Apple's profile of that name.
  private static final double[] DISPLAY_P3 = {
    0.515121, 0.291977, 0.157104,
    0.241196, 0.692245, 0.066574,
    -0.001053, 0.041885, 0.784073
  };

  private Xyz() {}

  /// Linear light of a colour space to that of sRGB, row by row.
  ///
  /// @param toXyz the columns red, green and blue in CIE XYZ relative to D50, row by row
  static double[] toSrgb(double[] toXyz) {
    return multiply(D50_TO_SRGB, toXyz);
  }

  /// Display P3 to CIE XYZ relative to D50, row by row.
  static double[] displayP3() {
    return DISPLAY_P3.clone();
  }

  private static double[] multiply(double[] left, double[] right) {
    double[] product = new double[9];
    for (int i = 0; i < 9; i++) {
      int row = i / 3 * 3;
      int column = i % 3;
      product[i] =
          left[row] * right[column]
              + left[row + 1] * right[column + 3]
              + left[row + 2] * right[column + 6];
    }
    return product;
  }

  /// Linear light, 0..1, to a value of sRGB.
  static double encode(double linear) {
    return linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
  }

  /// A value of sRGB, 0..1, to linear light.
  static double decode(double value) {
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
