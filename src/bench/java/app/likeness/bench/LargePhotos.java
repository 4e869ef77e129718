package app.likeness.bench;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/// The sample photos scaled up to 4032 x 3024, at about 3.5 MB, as a phone would take them.
final class LargePhotos {
  private static final double BYTES = 3.4e6;

  /// Standard deviation in levels of 0..255, as at a middling ISO.
  private static final double GRAIN = 3;

  private LargePhotos() {}

  /// Sample 1 to 6 as such a JPEG.
  static byte[] enlarged(int n) throws IOException {
    Path sample = Path.of("target/test-photos/sample" + n + ".jpg");
    BufferedImage large = new BufferedImage(4032, 3024, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = large.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(ImageIO.read(sample.toFile()), 0, 0, 4032, 3024, null);
    graphics.dispose();
    addGrain(large);
    byte[] jpeg = {};
    for (float quality = .7f; jpeg.length < BYTES && quality < .99f; quality += .01f) {
      jpeg = encode(large, quality);
    }
    return jpeg;
  }

  /// Writes a JPEG as another file of the same pixels, by a comment segment (FF FE).
  static Path write(byte[] jpeg, int serial, Path folder) throws IOException {
    byte[] remark = "%08d".formatted(serial).getBytes(StandardCharsets.US_ASCII);
    Path file = folder.resolve("photo%08d.jpg".formatted(serial));
    try (var out = Files.newOutputStream(file)) {
      out.write(jpeg, 0, 2);
      out.write(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (remark.length + 2)});
      out.write(remark);
      out.write(jpeg, 2, jpeg.length - 2);
    }
    return file;
  }

  /// What a sensor adds and enlarging has smoothed away; without it a photo takes too few bytes.
  private static void addGrain(BufferedImage image) {
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    Random random = new Random(1);
    for (int i = 0; i < pixels.length; i++) {
      int grain = (int) (random.nextGaussian() * GRAIN);
      int pixel = 0;
      for (int shift = 16; shift >= 0; shift -= 8) {
        pixel = pixel << 8 | Math.clamp((pixels[i] >> shift & 0xFF) + grain, 0, 255);
      }
      pixels[i] = pixel;
    }
  }

  private static byte[] encode(BufferedImage image, float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality(quality);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
