package app.likeness.pictures.ffmpeg;

import app.likeness.model.PictureType;
import app.likeness.pictures.ColorProfile;
import app.likeness.pictures.Header;
import app.likeness.pictures.Orientation;
import app.likeness.pictures.Unreadable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The headers of a BMP: Microsoft's BITMAPFILEHEADER, and one of the kinds that may follow it.
final class Bmp {
  private static final int FILE_HEADER = 14;
  private static final int CORE = 12;
  private static final int INFO = 40;
  private static final int V4 = 108;
  private static final int V5 = 124;

  /// By their lengths: OS/2 1, Windows 3, with masks, OS/2 2, Windows 4 and 5.
  private static final Set<Integer> KINDS = Set.of(CORE, INFO, 56, 64, V4, V5);

  private static final int BITFIELDS = 3;

  /// "MBED": an ICC profile lies behind the pixels.
  private static final int EMBEDDED = 0x4D424544;

  private final ByteBuffer data;
  private final int kind;

  Bmp(byte[] bmp) {
    data = ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN);
    kind = bmp.length < FILE_HEADER + CORE ? 0 : data.getInt(FILE_HEADER);
    if (kind == 0 || bmp.length < FILE_HEADER + Math.min(Math.max(kind, CORE), V5)) {
      throw Unreadable.truncated();
    }
  }

  Header header() {
    if (!KINDS.contains(kind) || compression() > BITFIELDS) {
      throw Unreadable.notYet("a BMP of a rare kind");
    }
    int width = kind == CORE ? data.getShort(18) & 0xFFFF : data.getInt(18);
    // Negative where the first row is the upper one.
    int height = kind == CORE ? data.getShort(20) & 0xFFFF : Math.abs(data.getInt(22));
    if (width < 1 || height < 1) {
      throw Unreadable.damaged();
    }
    return new Header(PictureType.BMP, width, height, Orientation.NORMAL, profile());
  }

  /// The file as the codec takes it, which wants its length told at the beginning.
  byte[] coded() {
    if (Integer.compareUnsigned(data.getInt(2), data.getInt(10)) > 0) {
      return data.array();
    }
    byte[] told = data.array().clone();
    ByteBuffer.wrap(told).order(ByteOrder.LITTLE_ENDIAN).putInt(2, told.length);
    return told;
  }

  /// Whether it says which bits are alpha; the fourth byte of a pixel alone means nothing.
  boolean hasAlpha() {
    return kind >= 56 && kind != 64 && compression() == BITFIELDS && data.getInt(66) != 0;
  }

  private int compression() {
    return kind == CORE ? 0 : data.getInt(30);
  }

  private @Nullable ColorProfile profile() {
    if (kind < V5 || data.getInt(70) != EMBEDDED) {
      return null;
    }
    int from = data.getInt(126);
    int length = data.getInt(130);
    int room = data.limit() - FILE_HEADER;
    if (from < 0 || length < 0 || from > room || length > room - from) {
      return null; // cut short: its colours are taken as sRGB
    }
    byte[] icc = new byte[length];
    data.get(FILE_HEADER + from, icc);
    return ColorProfile.parse(icc).orElse(null);
  }
}
