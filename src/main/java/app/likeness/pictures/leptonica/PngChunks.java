package app.likeness.pictures.leptonica;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import app.likeness.model.PictureType;
import app.likeness.pictures.ColorProfile;
import app.likeness.pictures.Header;
import app.likeness.pictures.Unreadable;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// Walks the chunks of a PNG: PNG (Third Edition), 5.3, 11.2.1 and 11.3.2.3.
final class PngChunks {
  private static final int SIGNATURE = 8;

  /// Length, name and checksum.
  private static final int FRAME = 12;

  private static final int LARGEST_PROFILE = 1 << 20;

  private final ByteBuffer data;

  PngChunks(byte[] png) {
    data = ByteBuffer.wrap(png);
  }

  Header header() {
    if (data.limit() < SIGNATURE + FRAME + 13) {
      throw Unreadable.truncated();
    } else if (!name(SIGNATURE).equals("IHDR")) {
      throw Unreadable.damaged();
    }
    int width = Math.max(0, data.getInt(16));
    int height = Math.max(0, data.getInt(20));
    ColorProfile colors = ColorProfile.parse(profile()).orElse(null);
    return new Header(PictureType.PNG, width, height, null, colors);
  }

  /// The same picture without what libpng would unpack, or grumble about, for nothing.
  byte[] pixelsAlone() {
    byte[] kept = new byte[data.limit()];
    int length = SIGNATURE;
    data.get(0, kept, 0, SIGNATURE);
    int next;
    for (int at = SIGNATURE; at + FRAME <= data.limit(); at = next) {
      next = next(at);
      String name = name(at);
      if (Character.isUpperCase(name.charAt(0)) || name.equals("tRNS")) {
        data.get(at, kept, length, next - at);
        length += next - at;
      }
    }
    return Arrays.copyOf(kept, length);
  }

  private byte @Nullable [] profile() {
    for (int at = SIGNATURE; at + FRAME <= data.limit(); at = next(at)) {
      if (name(at).equals("IDAT")) {
        return null;
      } else if (name(at).equals("iCCP")) {
        return inflate(data.slice(at + 8, next(at) - at - FRAME));
      }
    }
    return null;
  }

  /// Where the next chunk begins; the last one of a truncated file ends with the file.
  private int next(int at) {
    int length = data.getInt(at);
    int left = data.limit() - at - FRAME;
    return at + FRAME + (length < 0 || length > left ? left : length);
  }

  /// A name that ends in zero, the method (zero), and the profile by zlib.
  private static byte @Nullable [] inflate(ByteBuffer chunk) {
    int nameEnd = 0;
    while (nameEnd < chunk.limit() && chunk.get(nameEnd) != 0) {
      nameEnd++;
    }
    if (nameEnd + 2 > chunk.limit() || chunk.get(nameEnd + 1) != 0) {
      return null;
    }
    byte[] profile = new byte[LARGEST_PROFILE];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(chunk.position(nameEnd + 2));
      return Arrays.copyOf(profile, inflater.inflate(profile));
    } catch (DataFormatException _) {
      return null; // its colours are taken as sRGB
    } finally {
      inflater.end();
    }
  }

  private String name(int at) {
    byte[] name = new byte[4];
    data.get(at + 4, name);
    return new String(name, ISO_8859_1);
  }
}
