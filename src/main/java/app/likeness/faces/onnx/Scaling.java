package app.likeness.faces.onnx;

import app.likeness.model.Box;
import app.likeness.pictures.Picture;
import java.util.Arrays;

/// Makes pictures smaller by averaging areas, and larger by bilinear interpolation.
final class Scaling {
  private Scaling() {}

  /// @param part what of the picture to take; may begin and end within a pixel
  /// @return `width` x `height` pixels
  static Picture scale(Picture source, Box part, int width, int height) {
    Taps across = new Taps(part.left(), part.width(), source.width(), width);
    Taps down = new Taps(part.top(), part.height(), source.height(), height);
    Row row = new Row(source, across.first(), across.last());
    int[] pixels = new int[width * height];
    for (int y = 0; y < height; y++) {
      row.clear();
      for (int tap = down.starts[y]; tap < down.starts[y + 1]; tap++) {
        row.add(down.pixels[tap], down.weights[tap]);
      }
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = row.pixel(across, x);
      }
    }
    return new Picture(width, height, pixels);
  }

  /// Which source pixels make each target pixel along one axis, and how much each of them counts.
  private static final class Taps {
    /// Where the taps of each target pixel begin, and where the last one's end.
    private final int[] starts;

    private final int[] pixels;
    private final float[] weights;

    Taps(double offset, double share, int source, int target) {
      double step = share * source / target;
      // An enlarged pixel sees a source pixel's width around its centre: bilinear interpolation.
      double reach = Math.max(step, 1);
      starts = new int[target + 1];
      pixels = new int[target * ((int) Math.ceil(reach) + 2)];
      weights = new float[pixels.length];
      int n = 0;
      for (int i = 0; i < target; i++) {
        double low = offset * source + (i + .5) * step - reach / 2;
        double high = low + reach;
        for (int pixel = (int) Math.floor(low); pixel < high; pixel++) {
          pixels[n] = Math.clamp(pixel, 0, source - 1);
          weights[n++] = (float) ((Math.min(pixel + 1, high) - Math.max(pixel, low)) / reach);
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

  /// Weighted source rows, added up; rows before columns, since the machine adds whole rows at once.
  private static final class Row {
    private final Picture source;
    private final int first;
    private final float[] red;
    private final float[] green;
    private final float[] blue;

    Row(Picture source, int first, int last) {
      this.source = source;
      this.first = first;
      this.red = new float[last - first + 1];
      this.green = new float[red.length];
      this.blue = new float[red.length];
    }

    void clear() {
      Arrays.fill(red, 0);
      Arrays.fill(green, 0);
      Arrays.fill(blue, 0);
    }

    void add(int y, float weight) {
      int[] pixels = source.pixels();
      int from = y * source.width() + first;
      for (int x = 0; x < red.length; x++) {
        red[x] += weight * (pixels[from + x] >> 16 & 0xff);
        green[x] += weight * (pixels[from + x] >> 8 & 0xff);
        blue[x] += weight * (pixels[from + x] & 0xff);
      }
    }

    int pixel(Taps across, int x) {
      float r = .5f;
      float g = .5f;
      float b = .5f;
      for (int tap = across.starts[x]; tap < across.starts[x + 1]; tap++) {
        int at = across.pixels[tap] - first;
        r += across.weights[tap] * red[at];
        g += across.weights[tap] * green[at];
        b += across.weights[tap] * blue[at];
      }
      return 0xff000000 | limit(r) << 16 | limit(g) << 8 | limit(b);
    }

    private static int limit(float value) {
      return Math.min((int) value, 0xff);
    }
  }
}
