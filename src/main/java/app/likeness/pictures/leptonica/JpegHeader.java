package app.likeness.pictures.leptonica;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import app.likeness.model.PictureType;
import app.likeness.pictures.ColorProfile;
import app.likeness.pictures.Header;
import app.likeness.pictures.Unreadable;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Walks the segments of a JPEG up to the frame header: ITU-T T.81, B.1.1 and B.2.2.
final class JpegHeader {
  private static final int APP2 = 0xE2;
  private static final int SOS = 0xDA;
  private static final int EOI = 0xD9;
  private static final String ICC = "ICC_PROFILE\0";

  private final ByteBuffer data;
  private final SortedMap<Integer, byte[]> profile = new TreeMap<>();

  JpegHeader(byte[] jpeg) {
    data = ByteBuffer.wrap(jpeg);
  }

  Header read() {
    int at = 2;
    while (true) {
      at = nextMarker(at);
      int marker = at + 1 < data.limit() ? data.get(at + 1) & 0xFF : EOI;
      if (marker == EOI || marker == SOS || at + 4 > data.limit()) {
        throw Unreadable.truncated();
      } else if (isFrame(marker)) {
        return frame(at + 4, marker);
      }
      if (standsAlone(marker)) {
        at += 2;
      } else {
        int length = data.getShort(at + 2) & 0xFFFF;
        if (marker == APP2) {
          keepProfile(at + 4, length - 2);
        }
        at += 2 + length;
      }
    }
  }

  /// Skips fill bytes, and whatever else does not belong between two segments.
  private int nextMarker(int from) {
    int at = from;
    while (at + 1 < data.limit() && !(data.get(at) == -1 && isMarker(data.get(at + 1)))) {
      at++;
    }
    return at;
  }

  private Header frame(int at, int marker) {
    if (at + 6 > data.limit()) {
      throw Unreadable.truncated();
    }
    boolean lossless = marker == 0xC3 || marker > 0xC4;
    if (data.get(at) != 8 || lossless) {
      throw Unreadable.notYet("a JPEG of a rare kind (medical, lossless or 12 bits)");
    }
    int height = data.getShort(at + 1) & 0xFFFF;
    int width = data.getShort(at + 3) & 0xFFFF;
    ColorProfile colors = ColorProfile.parse(joined()).orElse(null);
    return new Header(PictureType.JPEG, width, height, null, colors);
  }

  /// ICC.1:2022, B.4: a profile may be spread over numbered segments.
  private void keepProfile(int at, int length) {
    int start = at + ICC.length() + 2;
    int end = at + length;
    if (end <= data.limit() && start < end && text(at, ICC.length()).equals(ICC)) {
      byte[] part = new byte[end - start];
      data.get(start, part);
      profile.put(data.get(at + ICC.length()) & 0xFF, part);
    }
  }

  private byte @Nullable [] joined() {
    if (profile.isEmpty()) {
      return null;
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    profile.values().forEach(all::writeBytes);
    return all.toByteArray();
  }

  private String text(int at, int length) {
    byte[] text = new byte[length];
    data.get(at, text);
    return new String(text, ISO_8859_1);
  }

  private static boolean isMarker(byte code) {
    return code != 0 && code != -1;
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private static boolean standsAlone(int marker) {
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
  }
}
