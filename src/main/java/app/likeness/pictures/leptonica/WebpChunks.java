package app.likeness.pictures.leptonica;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import app.likeness.model.PictureType;
import app.likeness.pictures.ColorProfile;
import app.likeness.pictures.Header;
import app.likeness.pictures.Unreadable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Walks the chunks of a WebP: RFC 9649, 2.3 to 2.7.
final class WebpChunks {
  private static final int RIFF_HEAD = 12;
  private static final int FRAME_HEAD = 16;

  private record Chunk(String name, int start, int length) {}

  private final ByteBuffer data;

  WebpChunks(byte[] webp) {
    data = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
  }

  Header header() {
    try {
      ColorProfile colors =
          find(RIFF_HEAD, data.limit(), "ICCP").flatMap(this::profile).orElse(null);
      Chunk first = chunk(RIFF_HEAD, data.limit());
      int at = first.start;
      int lossless = first.name.equals("VP8L") ? data.getInt(at + 1) : 0;
      return switch (first.name) {
        case "VP8X" -> header(1 + triple(at + 4), 1 + triple(at + 7), colors);
        case "VP8 " ->
            header(data.getShort(at + 6) & 0x3FFF, data.getShort(at + 8) & 0x3FFF, colors);
        case "VP8L" -> header(1 + (lossless & 0x3FFF), 1 + (lossless >> 14 & 0x3FFF), colors);
        default -> throw Unreadable.damaged();
      };
    } catch (IndexOutOfBoundsException _) {
      throw Unreadable.truncated();
    }
  }

  /// The same file, or of a moving one its first frame, which is all that libwebp's decoder knows.
  byte[] firstFrame() {
    Optional<Chunk> frame = find(RIFF_HEAD, data.limit(), "ANMF");
    if (frame.isEmpty()) {
      return data.array();
    }
    int start = frame.get().start + FRAME_HEAD;
    int end = frame.get().start + frame.get().length;
    Chunk pixels =
        find(start, end, "VP8 ").or(() -> find(start, end, "VP8L")).orElseThrow(Unreadable::damaged);
    int size = 8 + pixels.length;
    return ByteBuffer.allocate(RIFF_HEAD + size)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(ISO_8859_1))
        .putInt(4 + size)
        .put("WEBP".getBytes(ISO_8859_1))
        .put(data.slice(pixels.start - 8, size))
        .array();
  }

  private static Header header(int width, int height, @Nullable ColorProfile colors) {
    return new Header(PictureType.WEBP, width, height, null, colors);
  }

  private Optional<Chunk> find(int from, int end, String name) {
    int at = from;
    while (at + 8 <= end) {
      Chunk chunk = chunk(at, end);
      if (chunk.name.equals(name)) {
        return Optional.of(chunk);
      }
      at = chunk.start + chunk.length + (chunk.length & 1);
    }
    return Optional.empty();
  }

  /// A chunk as far as the file has it.
  private Chunk chunk(int at, int end) {
    byte[] name = new byte[4];
    data.get(at, name);
    int length = data.getInt(at + 4);
    int left = end - at - 8;
    return new Chunk(
        new String(name, ISO_8859_1), at + 8, length < 0 || length > left ? left : length);
  }

  private Optional<ColorProfile> profile(Chunk chunk) {
    byte[] icc = new byte[chunk.length];
    data.get(chunk.start, icc);
    return ColorProfile.parse(icc);
  }

  private int triple(int at) {
    return (data.getShort(at) & 0xFFFF) | (data.get(at + 2) & 0xFF) << 16;
  }
}
