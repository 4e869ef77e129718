package app.likeness.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the tags of an ICC profile that lead from RGB to XYZ: ICC.1:2022, sections 7 and 10.
final class IccProfile {
  private static final int TAGS = 128;
  private static final int MOST_TAGS = 200;

  private final ByteBuffer data;

  private IccProfile(byte[] icc) {
    data = ByteBuffer.wrap(icc);
  }

  static Optional<ColorProfile> parse(byte[] icc) {
    try {
      IccProfile profile = new IccProfile(icc);
      return profile.text(36).equals("acsp") && profile.text(16).equals("RGB ")
          ? Optional.ofNullable(profile.matrixBased())
          : Optional.empty();
    } catch (IndexOutOfBoundsException _) {
      return Optional.empty(); // cut short: its colours are taken as sRGB
    }
  }

  private @Nullable ColorProfile matrixBased() {
    double[] matrix = new double[9];
    float[][] curves = new float[3][];
    for (int c = 0; c < 3; c++) {
      String color = "rgb".substring(c, c + 1);
      int colorant = tag(color + "XYZ");
      int curve = tag(color + "TRC");
      if (colorant < 0 || curve < 0) {
        return null;
      }
      for (int row = 0; row < 3; row++) {
        matrix[row * 3 + c] = fixed(colorant + 8 + row * 4);
      }
      curves[c] = curve(curve);
    }
    return new ColorProfile(curves, matrix);
  }

  /// Where a tag's data begin, -1 where there is none.
  private int tag(String signature) {
    int count = Math.min(data.getInt(TAGS), MOST_TAGS);
    for (int i = 0; i < count; i++) {
      int entry = TAGS + 4 + i * 12;
      if (text(entry).equals(signature)) {
        return data.getInt(entry + 4);
      }
    }
    return -1;
  }

  private float[] curve(int at) {
    float[] curve = new float[256];
    boolean parametric = text(at).equals("para");
    for (int i = 0; i < 256; i++) {
      double value = i / 255.0;
      curve[i] = (float) Math.clamp(parametric ? formula(at, value) : sampled(at, value), 0, 1);
    }
    return curve;
  }

  /// curveType (10.6): none is the identity, one a gamma, more are samples.
  private double sampled(int at, double value) {
    int count = data.getInt(at + 8);
    if (count == 0) {
      return value;
    }
    if (count == 1) {
      return Math.pow(value, unsigned(at + 12) / 256.0);
    }
    double place = value * (count - 1);
    int below = Math.min((int) place, count - 2);
    double low = unsigned(at + 12 + below * 2) / 65535.0;
    double high = unsigned(at + 14 + below * 2) / 65535.0;
    return low + (high - low) * (place - below);
  }

  /// parametricCurveType (10.18), functions 0 to 4.
  private double formula(int at, double x) {
    int function = unsigned(at + 8);
    double[] p = new double[7]; // g a b c d e f
    int[] given = {1, 3, 4, 5, 7};
    for (int i = 0; i < given[Math.min(function, 4)]; i++) {
      p[i] = fixed(at + 12 + i * 4);
    }
    double power = Math.pow(Math.max(p[1] * x + p[2], 0), p[0]);
    return switch (function) {
      case 0 -> Math.pow(x, p[0]);
      case 1 -> p[1] * x + p[2] >= 0 ? power : 0;
      case 2 -> p[1] * x + p[2] >= 0 ? power + p[3] : p[3];
      case 3 -> x >= p[4] ? power : p[3] * x;
      default -> x >= p[4] ? power + p[5] : p[3] * x + p[6];
    };
  }

  private String text(int at) {
    byte[] four = new byte[4];
    data.get(at, four);
    return new String(four, ISO_8859_1);
  }

  private double fixed(int at) {
    return data.getInt(at) / 65536.0;
  }

  private int unsigned(int at) {
    return data.getShort(at) & 0xFFFF;
  }
}
