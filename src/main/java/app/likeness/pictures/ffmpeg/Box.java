package app.likeness.pictures.ffmpeg;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import app.likeness.pictures.Unreadable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A box of a HEIF file: ISO/IEC 14496-12, 4.2.
///
/// @param body what follows its size and type, as far as the file has it
record Box(String type, ByteBuffer body) {
  /// The boxes that fill a stretch of a file.
  static List<Box> in(ByteBuffer all) {
    List<Box> boxes = new ArrayList<>();
    int at = 0;
    while (at + 8 <= all.limit()) {
      long size = all.getInt(at) & 0xFFFF_FFFFL;
      boolean large = size == 1 && at + 16 <= all.limit();
      int head = large ? 16 : 8;
      if (large) {
        size = all.getLong(at + 8);
      } else if (size == 0) {
        size = (long) all.limit() - at; // to the end of the file
      }
      if (size < head) {
        throw Unreadable.damaged();
      }
      int end = (int) Math.min(at + Math.min(size, all.limit()), all.limit());
      boxes.add(new Box(text(all, at + 4), all.slice(at + head, end - at - head)));
      at = end;
    }
    return boxes;
  }

  static Optional<Box> find(List<Box> boxes, String type) {
    return boxes.stream().filter(box -> box.type.equals(type)).findFirst();
  }

  static String text(ByteBuffer data, int at) {
    byte[] four = new byte[4];
    data.get(at, four);
    return new String(four, ISO_8859_1);
  }

  /// The boxes in this one, behind so many bytes of its own.
  List<Box> children(int skipped) {
    return in(body.slice(skipped, body.limit() - skipped));
  }

  int version() {
    return body.get(0);
  }

  int flags() {
    return body.getInt(0) & 0xFFFFFF;
  }

  /// A number of 2 bytes, or of 4 in later versions of the same box.
  static int id(ByteBuffer data, boolean wide) {
    return wide ? data.getInt() : data.getShort() & 0xFFFF;
  }
}
