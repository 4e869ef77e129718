package app.likeness.pictures.leptonica;

import app.likeness.model.PictureType;
import app.likeness.pictures.Header;
import app.likeness.pictures.Orientation;
import app.likeness.pictures.Unreadable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Finds the first picture of a GIF: GIF89a specification, sections 18 to 27.
final class Gif {
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2C;
  private static final int TRAILER = 0x3B;

  private final ByteBuffer data;

  Gif(byte[] gif) {
    data = ByteBuffer.wrap(gif).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// The size of the first picture, which may be smaller than the screen that all are shown on.
  Header header() {
    try {
      int at = firstImage();
      int width = data.getShort(at + 5) & 0xFFFF;
      int height = data.getShort(at + 7) & 0xFFFF;
      return new Header(PictureType.GIF, width, height, Orientation.NORMAL, null);
    } catch (IndexOutOfBoundsException _) {
      throw Unreadable.truncated();
    }
  }

  /// The file cut off after its first picture: giflib would unpack a whole film.
  byte[] firstFrame() {
    try {
      int at = firstImage();
      int pixels = at + 10 + colors(data.get(at + 9)) + 1;
      int end = skipBlocks(pixels);
      byte[] first = Arrays.copyOf(data.array(), end + 1);
      first[end] = TRAILER;
      return first;
    } catch (IndexOutOfBoundsException _) {
      return data.array(); // cut short: giflib may still make something of it
    }
  }

  private int firstImage() {
    int at = 13 + colors(data.get(10));
    while (data.get(at) == EXTENSION) {
      at = skipBlocks(at + 2);
    }
    if (data.get(at) != IMAGE) {
      throw Unreadable.damaged();
    }
    return at;
  }

  private int skipBlocks(int from) {
    int at = from;
    while (data.get(at) != 0) {
      at += 1 + (data.get(at) & 0xFF);
    }
    return at + 1;
  }

  /// The length of the table of colours that a byte of flags announces.
  private static int colors(byte flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }
}
