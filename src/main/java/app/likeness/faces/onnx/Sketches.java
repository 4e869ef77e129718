package app.likeness.faces.onnx;

import java.util.SplittableRandom;

/// Turns unit vectors into bits, so that near vectors differ in few of them.
///
/// A bit tells on which side of a random hyperplane the vector lies; two vectors at an angle differ
/// in a bit with probability angle / π (Charikar 2002). The hyperplanes are the rows of
/// Walsh-Hadamard matrices with random signs: as good as random ones, orthogonal and fast (Andoni et
/// al. 2015).
final class Sketches {
  private static final long SEED = 0x11ee11;
  private static final int LEAST_BITS = 1024;

  /// How many standard deviations above the expected number of differing bits are still looked at.
  private static final double MARGIN = 4;

  private final int dimensions;
  private final int side;
  private final float[] signs;

  Sketches(int dimensions) {
    this.dimensions = dimensions;
    this.side = Math.max(Long.SIZE, Integer.highestOneBit(2 * dimensions - 1));
    this.signs = new float[Math.max(LEAST_BITS, side)];
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < signs.length; i++) {
      signs[i] = random.nextBoolean() ? 1 : -1;
    }
  }

  /// How many longs a sketch has.
  int words() {
    return signs.length / Long.SIZE;
  }

  void write(float[] vector, long[] into, int at) {
    float[] turned = new float[side];
    for (int first = 0; first < signs.length; first += side) {
      for (int i = 0; i < side; i++) {
        turned[i] = i < dimensions ? vector[i] * signs[first + i] : 0;
      }
      transform(turned);
      for (int i = 0; i < side; i += Long.SIZE) {
        into[at + (first + i) / Long.SIZE] = bits(turned, i);
      }
    }
  }

  /// The fast Walsh-Hadamard transform, in place and not normalised.
  private static void transform(float[] values) {
    for (int half = 1; half < values.length; half *= 2) {
      for (int from = 0; from < values.length; from += 2 * half) {
        for (int i = from; i < from + half; i++) {
          float sum = values[i] + values[i + half];
          values[i + half] = values[i] - values[i + half];
          values[i] = sum;
        }
      }
    }
  }

  private static long bits(float[] values, int from) {
    long bits = 0;
    for (int i = 0; i < Long.SIZE; i++) {
      bits |= (values[from + i] > 0 ? 1L : 0) << i;
    }
    return bits;
  }

  /// In how many bits vectors of at least this cosine may differ; more, and they are passed over.
  int reach(double cosine) {
    double differing = Math.acos(Math.clamp(cosine, -1, 1)) / Math.PI;
    double deviation = Math.sqrt(signs.length * differing * (1 - differing));
    return (int) Math.ceil(signs.length * differing + MARGIN * deviation);
  }

  /// In how many bits two sketches differ.
  static int distance(long[] a, int from, long[] b) {
    int differing = 0;
    for (int i = 0; i < b.length; i++) {
      differing += Long.bitCount(a[from + i] ^ b[i]);
    }
    return differing;
  }
}
