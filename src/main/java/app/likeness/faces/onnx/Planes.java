package app.likeness.faces.onnx;

import app.likeness.pictures.Picture;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/// Writes pictures the way a network wants to see them.
final class Planes {
  private final NetInput input;

  Planes(NetInput input) {
    this.input = input;
  }

  /// Writes the part of a picture that begins at (`left`, `top`), and padding where it ends.
  void write(Picture picture, int left, int top, FloatBuffer into) {
    int rows = Math.min(input.height(), picture.height() - top);
    float[] line = new float[input.width()];
    into.clear();
    for (int plane = 0; plane < input.channels().planes(); plane++) {
      float mean = of(input.mean(), plane);
      float scale = of(input.scale(), plane);
      for (int y = 0; y < input.height(); y++) {
        Arrays.fill(line, input.padding());
        if (y < rows) {
          read(picture, left, top + y, plane, line);
        }
        for (int x = 0; x < line.length; x++) {
          line[x] = (line[x] - mean) / scale;
        }
        into.put(line);
      }
    }
    into.flip();
  }

  private static float of(List<Float> figures, int plane) {
    return figures.get(Math.min(plane, figures.size() - 1));
  }

  private void read(Picture picture, int left, int y, int plane, float[] line) {
    int[] pixels = picture.pixels();
    int from = y * picture.width() + left;
    int columns = Math.min(line.length, picture.width() - left);
    if (input.channels() == NetInput.Channels.GREY) {
      for (int x = 0; x < columns; x++) {
        line[x] = luma(pixels[from + x]);
      }
    } else {
      int shift = input.channels().shift(plane);
      for (int x = 0; x < columns; x++) {
        line[x] = pixels[from + x] >> shift & 0xff;
      }
    }
  }

  /// As in ITU-R BT.601.
  private static int luma(int pixel) {
    int red = pixel >> 16 & 0xff;
    int green = pixel >> 8 & 0xff;
    return (int) (.299f * red + .587f * green + .114f * (pixel & 0xff) + .5f);
  }
}
