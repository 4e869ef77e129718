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
      row.clear();
      for (int tap = down.starts[y]; tap < down.starts[y + 1]; tap++) {
        row.add(down.pixels[tap], down.weights[tap]);
      }
      row.pack();
      row.write(across, pixels, y * width);
    }
    return new Picture(width, height, pixels);
  }

  /// Which source pixels make each target pixel along one axis, and how much each of them counts.
  private static final class Taps {
    /// Where the taps of each target pixel begin, and where the last one's end.
    private final int[] starts;

    private final int[] pixels;
    private final int[] weights;

    Taps(double offset, double share, int source, int target, int unit) {
      double step = share * source / target;
      // An enlarged pixel sees a source pixel's width around its centre: bilinear interpolation.
      double reach = Math.max(step, 1);
      starts = new int[target + 1];
      pixels = new int[target * ((int) Math.ceil(reach) + 2)];
      weights = new int[pixels.length];
      int n = 0;
      for (int i = 0; i < target; i++) {
        double low = offset * source + (i + .5) * step - reach / 2;
        double high = low + reach;
        int given = 0;
        for (int pixel = (int) Math.floor(low); pixel < high; pixel++) {
          pixels[n] = Math.clamp(pixel, 0, source - 1);
          // Rounding the running sum, not each weight, makes them add up to the unit.
          int due = (int) Math.round((Math.min(pixel + 1, high) - low) / reach * unit);
          weights[n++] = due - given;
          given = due;
        }
        starts[i + 1] = n;
      }
    }

    int first() {
      return pixels[0];
    }

    int last() {
      return pixels[starts[starts.length - 1] - 1];
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

    void clear() {
      Arrays.fill(redBlue, 0);
      Arrays.fill(green, 0);
    }

    void add(int y, int weight) {
      int[] pixels = source.pixels();
      int from = y * source.width() + first;
      for (int x = 0; x < redBlue.length; x++) {
        int pixel = pixels[from + x];
        redBlue[x] += weight * (pixel & 0xff00ff);
        green[x] += weight * (pixel >> 8 & 0xff);
      }
    }

    /// Keeps 10 bits of each channel's 16.
    void pack() {
      for (int x = 0; x < packed.length; x++) {
        long red = Integer.toUnsignedLong(redBlue[x]) >> (16 + KEPT_SHIFT);
        long blue = (redBlue[x] & 0xffffL) >> KEPT_SHIFT;
        long middle = green[x] >> KEPT_SHIFT;
        packed[x] = (red << (2 * LANE)) | (middle << LANE) | blue;
      }
    }

    void write(Taps across, int[] target, int at) {
      for (int x = 0; x + 1 < across.starts.length; x++) {
        long sum = ROUNDING;
        for (int tap = across.starts[x]; tap < across.starts[x + 1]; tap++) {
          sum += across.weights[tap] * packed[across.pixels[tap] - first];
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
