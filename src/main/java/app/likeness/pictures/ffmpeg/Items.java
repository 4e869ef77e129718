package app.likeness.pictures.ffmpeg;

import app.likeness.pictures.Unreadable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tables of a HEIF file that say which items it has: ISO/IEC 14496-12, 8.11, and 23008-12, 9.3.
///
/// We read them ourselves: ffmpeg's reader dies of some damaged files, and takes the program with it.
final class Items {
  private static final int FULL = 4; // version and flags
  private static final int IN_FILE = 0;
  private static final int IN_META = 1;

  /// A stretch of the file, or of the data within the tables.
  private record Extent(int method, long offset, long length) {}

  private final ByteBuffer file;
  private final ByteBuffer inMeta;
  private final int primary;
  private final Map<Integer, String> types = new HashMap<>();
  private final Map<Integer, List<Extent>> places = new HashMap<>();
  private final Map<Integer, List<Box>> properties = new HashMap<>();
  private final Map<Integer, List<Integer>> parts = new HashMap<>();

  /// @throws RuntimeException of any kind where the tables are broken
  Items(byte[] data) {
    file = ByteBuffer.wrap(data);
    List<Box> meta =
        Box.find(Box.in(file), "meta").orElseThrow(Unreadable::damaged).children(FULL);
    inMeta = Box.find(meta, "idat").map(Box::body).orElse(ByteBuffer.allocate(0));
    primary = Box.find(meta, "pitm").map(Items::primary).orElseThrow(Unreadable::damaged);
    Box.find(meta, "iinf").ifPresent(this::readTypes);
    Box.find(meta, "iloc").ifPresent(this::readPlaces);
    Box.find(meta, "iref").ifPresent(this::readParts);
    Box.find(meta, "iprp").ifPresent(box -> readProperties(box.children(0)));
  }

  int primary() {
    return primary;
  }

  /// What kind of item it is, such as `hvc1` or `grid`.
  String type(int item) {
    return types.getOrDefault(item, "");
  }

  /// The items that it is made of, in order.
  List<Integer> parts(int item) {
    return parts.getOrDefault(item, List.of());
  }

  /// In the order in which they are to be applied.
  List<Box> properties(int item) {
    return properties.getOrDefault(item, List.of());
  }

  Optional<Box> property(int item, String type) {
    return Box.find(properties(item), type);
  }

  /// The bytes of an item; empty where the file ends before they do.
  Optional<byte[]> bytes(int item) {
    List<Extent> extents = places.getOrDefault(item, List.of());
    long length = extents.stream().mapToLong(Extent::length).sum();
    if (length < 1 || length > file.limit()) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) length);
    for (Extent extent : extents) {
      ByteBuffer source = extent.method == IN_FILE ? file : inMeta;
      if (extent.method > IN_META
          || extent.offset < 0
          || extent.length < 0
          || extent.offset > source.limit() - extent.length) {
        return Optional.empty();
      }
      bytes.put(source.slice((int) extent.offset, (int) extent.length));
    }
    return Optional.of(bytes.array());
  }

  private static int primary(Box pitm) {
    return Box.id(pitm.body().position(FULL), pitm.version() > 0);
  }

  private void readTypes(Box iinf) {
    for (Box entry : iinf.children(FULL + (iinf.version() == 0 ? 2 : 4))) {
      if (entry.type().equals("infe") && entry.version() >= 2) {
        ByteBuffer body = entry.body().position(FULL);
        int item = Box.id(body, entry.version() > 2);
        types.put(item, Box.text(body, body.position() + 2));
      }
    }
  }

  private void readParts(Box iref) {
    boolean wide = iref.version() > 0;
    for (Box reference : iref.children(FULL)) {
      if (reference.type().equals("dimg")) {
        ByteBuffer body = reference.body();
        int whole = Box.id(body, wide);
        int count = body.getShort() & 0xFFFF;
        List<Integer> list = parts.computeIfAbsent(whole, _ -> new ArrayList<>());
        for (int i = 0; i < count; i++) {
          list.add(Box.id(body, wide));
        }
      }
    }
  }

  private void readProperties(List<Box> iprp) {
    List<Box> all = Box.find(iprp, "ipco").orElseThrow(Unreadable::damaged).children(0);
    for (Box ipma : iprp) {
      if (ipma.type().equals("ipma")) {
        ByteBuffer body = ipma.body().position(FULL);
        int entries = body.getInt();
        for (int i = 0; i < entries; i++) {
          int item = Box.id(body, ipma.version() > 0);
          readLinks(body, (ipma.flags() & 1) != 0, item, all);
        }
      }
    }
  }

  private void readLinks(ByteBuffer body, boolean wide, int item, List<Box> all) {
    List<Box> own = properties.computeIfAbsent(item, _ -> new ArrayList<>());
    int links = body.get() & 0xFF;
    for (int i = 0; i < links; i++) {
      int index = wide ? body.getShort() & 0x7FFF : body.get() & 0x7F;
      if (index >= 1 && index <= all.size()) {
        own.add(all.get(index - 1));
      }
    }
  }

  private void readPlaces(Box iloc) {
    int version = iloc.version();
    ByteBuffer body = iloc.body().position(FULL);
    int sizes = body.getShort();
    int items = Box.id(body, version > 1);
    for (int i = 0; i < items; i++) {
      int item = Box.id(body, version > 1);
      int method = version > 0 ? body.getShort() & 0xF : IN_FILE;
      body.getShort(); // which file: always this one
      long base = number(body, sizes >> 4 & 0xF);
      int count = body.getShort() & 0xFFFF;
      if (count > 1 && (sizes & 0xFF00) == 0) {
        throw Unreadable.damaged(); // extents that take no room would fill the memory
      }
      List<Extent> extents = new ArrayList<>();
      for (int j = 0; j < count; j++) {
        number(body, version > 0 ? sizes & 0xF : 0);
        long offset = number(body, sizes >> 12 & 0xF);
        extents.add(new Extent(method, base + offset, number(body, sizes >> 8 & 0xF)));
      }
      places.put(item, extents);
    }
  }

  private static long number(ByteBuffer body, int bytes) {
    long number = 0;
    for (int i = 0; i < bytes; i++) {
      number = (number << 8) | (body.get() & 0xFF);
    }
    return number;
  }
}
