package app.likeness.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SortedMap;
import java.util.TreeMap;

/// Writes a TIFF structure as EXIF has it: a main directory, those it points to, and a preview.
public final class Exif {
  private static final int SUB_DIRECTORY = 0x8769;
  private static final int GPS_DIRECTORY = 0x8825;

  private final SortedMap<Integer, Object> main = new TreeMap<>();
  private final SortedMap<Integer, Object> sub = new TreeMap<>();
  private final SortedMap<Integer, Object> gps = new TreeMap<>();
  private byte[] preview = {};

  /// @param value text, a short number (Integer), or rational numbers (int[]: over 1)
  public Exif main(int tag, Object value) {
    main.put(tag, value);
    return this;
  }

  public Exif sub(int tag, Object value) {
    sub.put(tag, value);
    return this;
  }

  public Exif gps(int tag, Object value) {
    gps.put(tag, value);
    return this;
  }

  public Exif orientation(int value) {
    return main(0x0112, value);
  }

  public Exif preview(byte[] jpeg) {
    preview = jpeg;
    return this;
  }

  public byte[] bytes() {
    ByteBuffer out = ByteBuffer.allocate(4096 + preview.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put("II*\0".getBytes(ISO_8859_1)).putInt(8);
    SortedMap<Integer, Object> small = new TreeMap<>();
    if (preview.length > 0) {
      small.put(0x0201, 4096L);
      small.put(0x0202, (long) preview.length);
    }
    main.put(SUB_DIRECTORY, 1024L);
    main.put(GPS_DIRECTORY, 2048L);
    directory(out, 8, main, preview.length > 0 ? 3072 : 0);
    directory(out, 1024, sub, 0);
    directory(out, 2048, gps, 0);
    directory(out, 3072, small, 0);
    return out.put(4096, preview).array();
  }

  private static void directory(
      ByteBuffer out, int at, SortedMap<Integer, Object> tags, int next) {
    out.position(at).putShort((short) tags.size());
    int values = at + 2 + tags.size() * 12 + 4;
    for (var tag : tags.entrySet()) {
      out.putShort(tag.getKey().shortValue());
      values = value(out, tag.getValue(), values);
    }
    out.putInt(next);
  }

  private static int value(ByteBuffer out, Object value, int free) {
    switch (value) {
      case Integer number -> out.putShort((short) 3).putInt(1).putInt(number);
      case Long number -> out.putShort((short) 4).putInt(1).putInt(number.intValue());
      case int[] numbers -> {
        out.putShort((short) 5).putInt(numbers.length).putInt(free);
        for (int i = 0; i < numbers.length; i++) {
          out.putInt(free + i * 8, numbers[i]).putInt(free + i * 8 + 4, 1);
        }
        return free + numbers.length * 8;
      }
      default -> {
        byte[] text = (value + "\0\0\0\0").getBytes(ISO_8859_1);
        out.putShort((short) 2).putInt(text.length).putInt(free).put(free, text);
        return free + text.length;
      }
    }
    return free;
  }
}
