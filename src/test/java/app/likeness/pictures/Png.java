package app.likeness.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes PNGs of every kind, also such as no writer makes.
public final class Png {
  public static final int GREY = 0;
  public static final int RGB = 2;
  public static final int PALETTE = 3;
  public static final int GREY_ALPHA = 4;
  public static final int RGBA = 6;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  public Png(int width, int height, int depth, int kind) {
    out.writeBytes("\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1));
    byte[] rest = {(byte) depth, (byte) kind, 0, 0, 0};
    chunk("IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(rest).array());
  }

  public Png chunk(String name, byte[] data) {
    byte[] named = name.getBytes(ISO_8859_1);
    CRC32 crc = new CRC32();
    crc.update(named);
    crc.update(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(named);
    out.writeBytes(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    return this;
  }

  public Png profile(byte[] icc) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.writeBytes("icc\0\0".getBytes(ISO_8859_1));
    data.writeBytes(deflated(icc));
    return chunk("iCCP", data.toByteArray());
  }

  /// @param rows each with its filter byte before it
  public byte[] pixels(byte[] rows) {
    chunk("IDAT", deflated(rows));
    chunk("IEND", new byte[0]);
    return out.toByteArray();
  }

  public static byte[] of(Picture picture) {
    return rgb(picture, new Png(picture.width(), picture.height(), 8, RGB));
  }

  public static byte[] rgb(Picture picture, Png png) {
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    for (int i = 0; i < picture.pixels().length; i++) {
      if (i % picture.width() == 0) {
        rows.write(0);
      }
      int pixel = picture.pixels()[i];
      rows.write(pixel >> 16);
      rows.write(pixel >> 8);
      rows.write(pixel);
    }
    return png.pixels(rows.toByteArray());
  }

  private static byte[] deflated(byte[] data) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    deflater.setInput(data);
    deflater.finish();
    byte[] buffer = new byte[data.length + 1000];
    int length = deflater.deflate(buffer);
    deflater.end();
    return Arrays.copyOf(buffer, length);
  }
}
