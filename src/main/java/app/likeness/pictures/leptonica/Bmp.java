package app.likeness.pictures.leptonica;

import app.likeness.model.PictureType;
import app.likeness.pictures.Header;
import app.likeness.pictures.Orientation;
import app.likeness.pictures.Unreadable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Reads the header of a BMP, as Windows 3 and later write it.
final class Bmp {
  private static final int CORE_HEADER = 12;

  private Bmp() {}

  static Header header(byte[] bmp) {
    if (bmp.length < 54) {
      throw Unreadable.truncated();
    }
    ByteBuffer data = ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN);
    if (data.getInt(14) == CORE_HEADER || data.getInt(30) != 0) {
      throw Unreadable.notYet("a BMP of a rare kind (compressed, or very old)");
    }
    int width = Math.max(0, data.getInt(18));
    int height = Math.abs(data.getInt(22)); // negative where the first row is the upper one
    return new Header(PictureType.BMP, width, height, Orientation.NORMAL, null);
  }
}
