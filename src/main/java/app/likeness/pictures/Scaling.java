package app.likeness.pictures;

import app.likeness.model.Box;
import java.util.Arrays;

/// Makes pictures smaller by averaging areas, and larger by bilinear interpolation.
///
/// It works in integers, exact to about one level in 255. Rows are added up first, red and blue in
/// one `int`, since the machine adds whole rows at once; then the three channels of a pixel share
/// a `long`, so that one multiplication weighs them all.
public final class Scaling {
  private static final Box ALL = new Box(0, 0, 1, 1);

  /// Weights of rows add up to this: with 8 bits of colour, 16 bits a channel.
  private static final int ROW_UNIT = 1 << 8;

  /// Weights of columns add up to this: with the 10 bits kept of a row, 20 bits a channel.
  private static final int COLUMN_UNIT = 1 << 10;

  private static final int KEPT_SHIFT = 6;
  private static final int LANE = 20;
  private static final int SCALE_SHIFT = 12;
  private static final long HALF = 1L << (SCALE_SHIFT - 1);
  private static final long ROUNDING = (HALF << (2 * LANE)) | (HALF << LANE) | HALF;

  private Scaling() {}

  /// The whole picture, its long side `longSide` pixels; the picture itself if that is smaller.
  public static Picture shrink(Picture source, int longSide) {
    int longer = Math.max(source.width(), source.height());
    if (longer <= longSide) {
      return source;
    }
    double factor = (double) longSide / longer;
    int width = (int) Math.max(1, Math.round(source.width() * factor));
    int height = (int) Math.max(1, Math.round(source.height() * factor));
    return scale(source, ALL, width, height);
  }

  /// @param part what of the picture to take; may begin and end within a pixel, and beyond the edge
  /// @return `width` x `height` pixels
  public static Picture scale(Picture source, Box part, int width, int height) {
    Taps across = new Taps(part.left(), part.width(), source.width(), width, COLUMN_UNIT);
    Taps down = new Taps(part.top(), part.height(), source.height(), height, ROW_UNIT);
    Row row = new Row(source, across.first(), across.last());
    int[] pixels = new int[width * height];
    for (int y = 0; y < height; y++) {
      row.read(down, y);
      row.write(across, pixels, y * width);
    }
    return new Picture(width, height, pixels);
  }

  /// Which source pixels make each target pixel along one axis, and how much each of them counts.
  ///
  /// Each target pixel has the same number of neighbouring taps, some of them without weight: the
  /// loops over them are then short, straight and without look-ups.
  private static final class Taps {
    private final int count;
    private final int[] firsts;
    private final int[] weights;

    Taps(double offset, double share, int source, int target, int unit) {
      double step = share * source / target;
      // An enlarged pixel sees a source pixel's width around its centre: bilinear interpolation.
      double reach = Math.max(step, 1);
      count = Math.min(source, (int) Math.ceil(reach) + 1);
      firsts = new int[target];
      weights = new int[target * count];
      for (int i = 0; i < target; i++) {
        double low = offset * source + (i + .5) * step - reach / 2;
        double high = low + reach;
        int first = Math.clamp((int) Math.floor(low), 0, source - count);
        int given = 0;
        for (int pixel = (int) Math.floor(low); pixel < high; pixel++) {
          // Rounding the running sum, not each weight, makes them add up to the unit.
          int due = (int) Math.round((Math.min(pixel + 1, high) - low) / reach * unit);
          weights[i * count + Math.clamp(pixel - first, 0, count - 1)] += due - given;
          given = due;
        }
        firsts[i] = first;
      }
    }

    int first() {
      return firsts[0];
    }

    int last() {
      return firsts[firsts.length - 1] + count - 1;
    }
  }

  /// Weighted source rows, added up.
  private static final class Row {
    private final Picture source;
    private final int first;
    private final int[] redBlue;
    private final int[] green;
    private final long[] packed;

    Row(Picture source, int first, int last) {
      this.source = source;
      this.first = first;
      this.redBlue = new int[last - first + 1];
      this.green = new int[redBlue.length];
      this.packed = new long[redBlue.length];
    }

    void read(Taps down, int y) {
      Arrays.fill(redBlue, 0);
      Arrays.fill(green, 0);
      int at = y * down.count;
      int end = at + down.count;
      int from = down.firsts[y];
      for (; at + 3 <= end; at += 3, from += 3) {
        add(from, down.weights[at], down.weights[at + 1], down.weights[at + 2]);
      }
      for (; at < end; at++, from++) {
        add(from, down.weights[at]);
      }
      pack();
    }

    /// Three rows at once, the usual number: a third of the stores.
    private void add(int y, int weight0, int weight1, int weight2) {
      int[] pixels = source.pixels();
      int row0 = y * source.width() + first;
      int row1 = row0 + source.width();
      int row2 = row1 + source.width();
      for (int x = 0; x < redBlue.length; x++) {
        int pixel0 = pixels[row0 + x];
        int pixel1 = pixels[row1 + x];
        int pixel2 = pixels[row2 + x];
        redBlue[x] +=
            weight0 * (pixel0 & 0xff00ff)
                + weight1 * (pixel1 & 0xff00ff)
                + weight2 * (pixel2 & 0xff00ff);
        green[x] +=
            weight0 * (pixel0 >> 8 & 0xff)
                + weight1 * (pixel1 >> 8 & 0xff)
                + weight2 * (pixel2 >> 8 & 0xff);
      }
    }

    private void add(int y, int weight) {
      int[] pixels = source.pixels();
      int row = y * source.width() + first;
      for (int x = 0; x < redBlue.length; x++) {
        int pixel = pixels[row + x];
        redBlue[x] += weight * (pixel & 0xff00ff);
        green[x] += weight * (pixel >> 8 & 0xff);
      }
    }

    /// Keeps 10 bits of each channel's 16.
    private void pack() {
      for (int x = 0; x < packed.length; x++) {
        long red = Integer.toUnsignedLong(redBlue[x]) >> (16 + KEPT_SHIFT);
        long blue = (redBlue[x] & 0xffffL) >> KEPT_SHIFT;
        long middle = green[x] >> KEPT_SHIFT;
        packed[x] = (red << (2 * LANE)) | (middle << LANE) | blue;
      }
    }

    void write(Taps across, int[] target, int at) {
      int count = across.count;
      int[] weights = across.weights;
      for (int x = 0; x < across.firsts.length; x++) {
        int from = across.firsts[x] - first;
        int tap = x * count;
        long sum = ROUNDING;
        if (count == 3) {
          sum +=
              weights[tap] * packed[from]
                  + weights[tap + 1] * packed[from + 1]
                  + weights[tap + 2] * packed[from + 2];
        } else {
          for (int i = 0; i < count; i++) {
            sum += weights[tap + i] * packed[from + i];
          }
        }
        target[at + x] =
            0xff000000
                | (channel(sum, 2 * LANE) << 16)
                | (channel(sum, LANE) << 8)
                | channel(sum, 0);
      }
    }

    private static int channel(long sum, int lane) {
      return (int) (sum >> (lane + SCALE_SHIFT)) & 0xff;
    }
  }
}
