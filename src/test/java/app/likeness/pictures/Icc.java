package app.likeness.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;

/// Writes ICC profiles of three primaries and one tone curve: enough for any reader.
public final class Icc {
  private static final double[] SRGB_CURVE = {2.4, 1 / 1.055, .055 / 1.055, 1 / 12.92, .04045};

  /// Red, green and blue in XYZ relative to D50.
  private static final double[] SRGB = {
    .43607, .22249, .01392, .38515, .71687, .09708, .14307, .06061, .71410
  };

  private static final double[] DISPLAY_P3 = {
    .51512, .24120, -.00105, .29198, .69225, .04189, .15710, .06657, .78407
  };
  private static final double[] ADOBE_RGB = {
    .60974, .31111, .01947, .20528, .62567, .06087, .14919, .06322, .74457
  };

  private Icc() {}

  public static byte[] sRgb() {
    return profile(SRGB, parametric(SRGB_CURVE));
  }

  public static byte[] displayP3() {
    return profile(DISPLAY_P3, parametric(SRGB_CURVE));
  }

  public static byte[] adobeRgb() {
    return profile(ADOBE_RGB, gamma(2.19921875));
  }

  /// Display P3 with its curve as 1024 samples, as older writers have it.
  public static byte[] sampledP3() {
    ByteBuffer curve = ByteBuffer.allocate(12 + 2048).put(ascii("curv")).putInt(0).putInt(1024);
    for (int i = 0; i < 1024; i++) {
      curve.putShort((short) Math.round(65535 * Xyz.decode(i / 1023.0)));
    }
    return profile(DISPLAY_P3, curve.array());
  }

  private static byte[] parametric(double[] numbers) {
    ByteBuffer curve = ByteBuffer.allocate(12 + 4 * numbers.length).put(ascii("para")).putInt(0);
    curve.putShort((short) 3).putShort((short) 0);
    for (double number : numbers) {
      curve.putInt(fixed(number));
    }
    return curve.array();
  }

  private static byte[] gamma(double gamma) {
    return ByteBuffer.allocate(16)
        .put(ascii("curv"))
        .putInt(0)
        .putInt(1)
        .putShort((short) Math.round(gamma * 256))
        .array();
  }

  private static byte[] profile(double[] primaries, byte[] curve) {
    int tags = 128 + 4 + 7 * 12;
    int size = tags + 4 * 20 + curve.length;
    ByteBuffer icc = ByteBuffer.allocate(size).putInt(size);
    icc.putInt(8, 0x04300000).put(12, ascii("mntrRGB XYZ ")).put(36, ascii("acsp"));
    icc.putInt(68, fixed(.9642)).putInt(72, fixed(1)).putInt(76, fixed(.8249));
    icc.position(128).putInt(7);
    for (int c = 0; c < 3; c++) {
      icc.put(ascii("rgb".charAt(c) + "XYZ")).putInt(tags + c * 20).putInt(20);
      icc.put(ascii("rgb".charAt(c) + "TRC")).putInt(tags + 80).putInt(curve.length);
    }
    icc.put(ascii("wtpt")).putInt(tags + 60).putInt(20);
    for (int i = 0; i < 9; i++) {
      icc.put(tags + i / 3 * 20, ascii("XYZ "));
      icc.putInt(tags + i / 3 * 20 + 8 + i % 3 * 4, fixed(primaries[i]));
    }
    icc.put(tags + 60, ascii("XYZ ")).put(tags + 68, icc.array(), 68, 12);
    return icc.put(tags + 80, curve).array();
  }

  private static int fixed(double number) {
    return (int) Math.round(number * 65536);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
