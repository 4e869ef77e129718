package app.likeness.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/// Writes JPEGs by the JDK's own encoder, and puts segments into them.
public final class Jpeg {
  private Jpeg() {}

  public static byte[] of(Picture picture) {
    return encode(image(picture, BufferedImage.TYPE_INT_RGB), false);
  }

  public static byte[] progressive(Picture picture) {
    return encode(image(picture, BufferedImage.TYPE_INT_RGB), true);
  }

  public static byte[] grey(Picture picture) {
    BufferedImage grey = image(picture, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < picture.pixels().length; i++) {
      int x = i % picture.width();
      grey.getRaster().setSample(x, i / picture.width(), 0, picture.pixels()[i] & 0xFF);
    }
    return encode(grey, false);
  }

  /// Four channels as they are, without a word on what they mean.
  ///
  /// @param pixels `0xkkccmmyy`
  public static byte[] fourChannels(int width, int height, int[] pixels) {
    WritableRaster raster = Raster.createInterleavedRaster(0, width, height, 4, null);
    for (int i = 0; i < pixels.length; i++) {
      int pixel = pixels[i];
      int[] cmyk = {pixel >> 16 & 0xFF, pixel >> 8 & 0xFF, pixel & 0xFF, pixel >>> 24};
      raster.setPixel(i % width, i / width, cmyk);
    }
    return encode(new IIOImage(raster, null, null), false);
  }

  /// Adobe's marker, which also says that the channels are inverted.
  ///
  /// @param transform 0 for CMYK, 2 for YCCK
  public static byte[] withAdobe(byte[] jpeg, int transform) {
    byte[] data = Arrays.copyOf(ascii("Adobe\0d"), 12);
    data[11] = (byte) transform;
    return with(jpeg, 0xEE, data);
  }

  /// Puts a segment right after the start of the file.
  public static byte[] with(byte[] jpeg, int marker, byte[] data) {
    return ByteBuffer.allocate(jpeg.length + data.length + 4)
        .put(jpeg, 0, 2)
        .put((byte) 0xFF)
        .put((byte) marker)
        .putShort((short) (data.length + 2))
        .put(data)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  public static byte[] withExif(byte[] jpeg, byte[] tiff) {
    return with(jpeg, 0xE1, prefixed("Exif\0\0", tiff));
  }

  public static byte[] withProfile(byte[] jpeg, byte[] icc) {
    return with(jpeg, 0xE2, prefixed("ICC_PROFILE\0\u0001\u0001", icc));
  }

  private static byte[] prefixed(String prefix, byte[] data) {
    byte[] first = ascii(prefix);
    return ByteBuffer.allocate(first.length + data.length).put(first).put(data).array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static BufferedImage image(Picture picture, int type) {
    BufferedImage image = new BufferedImage(picture.width(), picture.height(), type);
    image.setRGB(
        0, 0, picture.width(), picture.height(), picture.pixels(), 0, picture.width());
    return image;
  }

  private static byte[] encode(BufferedImage image, boolean progressive) {
    return encode(new IIOImage(image, null, null), progressive);
  }

  private static byte[] encode(IIOImage image, boolean progressive) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality(.95f);
    how.setProgressiveMode(
        progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, image, how);
    } catch (IOException e) {
      throw new AssertionError(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
