package app.likeness.pictures.leptonica;

import app.likeness.model.PictureType;
import app.likeness.pictures.ColorProfile;
import app.likeness.pictures.Header;
import app.likeness.pictures.Orientation;
import app.likeness.pictures.Unreadable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the first directory of a TIFF: TIFF 6.0, section 2.
final class TiffTags {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int COMPRESSION = 259;
  private static final int PHOTOMETRIC = 262;
  private static final int ORIENTATION = 274;
  private static final int PLANES = 284;
  private static final int TILE_WIDTH = 322;
  private static final int DIRECTORIES_WITHIN = 330;
  private static final int SAMPLE_FORMAT = 339;
  private static final int PROFILE = 34675;
  private static final int DNG_VERSION = 50706;

  /// What a sensor saw before anyone made colours of it: a mosaic, or linear light.
  private static final Set<Integer> SENSOR = Set.of(32803, 34892);

  /// The cameras' own: Sony, Nikon, Kodak, Pentax.
  private static final Set<Integer> CAMERA_COMPRESSION = Set.of(32767, 34713, 65000, 65535);

  private static final int FLOATING_POINT = 3;
  private static final int SHORT = 3;
  private static final int MOST_WITHIN = 8;

  private final ByteBuffer data;

  TiffTags(byte[] tiff) {
    data = ByteBuffer.wrap(tiff);
    data.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
  }

  /// @throws app.likeness.model.GalleryException.Unsupported also for RAW photos, which dress as TIFF
  Header header() {
    try {
      int directory = data.getInt(4);
      if (isRaw(directory)) {
        throw Unreadable.notYet("a RAW photo");
      } else if (value(directory, PLANES, 1) != 1
          || entry(directory, TILE_WIDTH) >= 0
          || value(directory, SAMPLE_FORMAT, 1) == FLOATING_POINT) {
        throw Unreadable.notYet("a TIFF of a rare kind (tiles, planes or fractions)");
      }
      return new Header(
          PictureType.TIFF,
          value(directory, WIDTH, 0),
          value(directory, HEIGHT, 0),
          Orientation.ofExif(value(directory, ORIENTATION, 1)),
          profile(directory));
    } catch (IndexOutOfBoundsException _) {
      throw Unreadable.truncated();
    }
  }

  /// The same file as if it stood upright: leptonica would turn it, and the wrong way where it is 8.
  byte[] unturned() {
    int entry = entry(data.getInt(4), ORIENTATION);
    if (entry < 0) {
      return data.array();
    }
    ByteBuffer copy = ByteBuffer.wrap(data.array().clone()).order(data.order());
    return copy.putShort(entry + 8, (short) 1).array();
  }

  private boolean isRaw(int directory) {
    if (data.getShort(8) == (data.order() == ByteOrder.LITTLE_ENDIAN ? 0x5243 : 0x4352)
        || entry(directory, DNG_VERSION) >= 0
        || isSensor(directory)) {
      return true; // the first is "CR", by which Canon tells its own
    }
    int within = entry(directory, DIRECTORIES_WITHIN);
    int count = within < 0 ? 0 : Math.min(data.getInt(within + 4), MOST_WITHIN);
    for (int i = 0; i < count; i++) {
      int at = count == 1 ? within + 8 : data.getInt(within + 8) + i * 4;
      if (isSensor(data.getInt(at))) {
        return true;
      }
    }
    return false;
  }

  private boolean isSensor(int directory) {
    return SENSOR.contains(value(directory, PHOTOMETRIC, 0))
        || CAMERA_COMPRESSION.contains(value(directory, COMPRESSION, 0));
  }

  private @Nullable ColorProfile profile(int directory) {
    int entry = entry(directory, PROFILE);
    if (entry < 0) {
      return null;
    }
    byte[] icc = new byte[Math.clamp(data.getInt(entry + 4), 0, data.limit())];
    data.get(data.getInt(entry + 8), icc);
    return ColorProfile.parse(icc).orElse(null);
  }

  /// The first number of a tag.
  private int value(int directory, int tag, int otherwise) {
    int entry = entry(directory, tag);
    if (entry < 0) {
      return otherwise;
    }
    boolean isShort = data.getShort(entry + 2) == SHORT;
    boolean elsewhere = data.getInt(entry + 4) > (isShort ? 2 : 1);
    int at = elsewhere ? data.getInt(entry + 8) : entry + 8;
    return isShort ? data.getShort(at) & 0xFFFF : Math.max(0, data.getInt(at));
  }

  /// Where the entry of a tag begins, -1 where there is none.
  private int entry(int directory, int tag) {
    int count = data.getShort(directory) & 0xFFFF;
    for (int i = 0; i < count; i++) {
      int entry = directory + 2 + i * 12;
      if ((data.getShort(entry) & 0xFFFF) == tag) {
        return entry;
      }
    }
    return -1;
  }
}
