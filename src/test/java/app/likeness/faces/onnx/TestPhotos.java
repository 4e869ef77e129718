package app.likeness.faces.onnx;

import app.likeness.model.Box;
import app.likeness.pictures.Picture;
import app.likeness.pictures.Scaling;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// The sample photos that the build fetches, and what else tests make of them.
final class TestPhotos {
  private TestPhotos() {}

  /// @param n from 1 to 6
  static Picture sample(int n) {
    try (InputStream in = Files.newInputStream(Path.of("target/test-photos/sample" + n + ".jpg"))) {
      return decode(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Picture shrunk(Picture photo, double scale) {
    int width = (int) Math.round(photo.width() * scale);
    int height = (int) Math.round(photo.height() * scale);
    return Scaling.scale(photo, new Box(0, 0, 1, 1), width, height);
  }

  /// As it is after it was saved as a JPEG of middling quality.
  static Picture reencoded(Picture photo) throws IOException {
    BufferedImage image =
        new BufferedImage(photo.width(), photo.height(), BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, photo.width(), photo.height(), photo.pixels(), 0, photo.width());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", out);
    return decode(new ByteArrayInputStream(out.toByteArray()));
  }

  static Picture mirrored(Picture photo) {
    int[] pixels = new int[photo.pixels().length];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % photo.width();
      pixels[i - x + photo.width() - 1 - x] = photo.pixels()[i];
    }
    return new Picture(photo.width(), photo.height(), pixels);
  }

  private static Picture decode(InputStream in) throws IOException {
    BufferedImage read = ImageIO.read(in);
    BufferedImage rgb =
        new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_ARGB);
    rgb.createGraphics().drawImage(read, 0, 0, null);
    int[] pixels = ((DataBufferInt) rgb.getRaster().getDataBuffer()).getData();
    return new Picture(read.getWidth(), read.getHeight(), pixels);
  }
}
