package app.likeness.pictures.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import app.likeness.model.Capture;
import app.likeness.model.Location;
import app.likeness.model.PictureType;
import app.likeness.pictures.Drawn;
import app.likeness.pictures.Exif;
import app.likeness.pictures.Jpeg;
import app.likeness.pictures.Metadata;
import app.likeness.pictures.Orientation;
import app.likeness.pictures.Png;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExifReaderTest {
  private static final int MAKE = 0x010F;
  private static final int MODEL = 0x0110;
  private static final int CHANGED = 0x0132;
  private static final int TAKEN = 0x9003;
  private static final int TAKEN_FRACTION = 0x9291;
  private static final int TAKEN_ZONE = 0x9011;

  private final byte[] jpeg = Jpeg.of(Drawn.plain(16, 16, 0));
  private final ExifReader reader = new ExifReader();

  @Test
  void readsWhenAPhotoWasTakenWithItsZone() {
    Capture capture =
        capture(
            new Exif()
                .main(CHANGED, "2026:01:01 00:00:00")
                .sub(TAKEN, "2025:07:14 18:30:05")
                .sub(TAKEN_FRACTION, "25")
                .sub(TAKEN_ZONE, "+05:30"));
    assertThat(capture.takenAt()).isEqualTo(LocalDateTime.of(2025, 7, 14, 18, 30, 5, 250_000_000));
    assertThat(capture.zone()).isEqualTo(ZoneOffset.ofHoursMinutes(5, 30));
  }

  @Test
  void takesTheDateOfTheFileInsideWhereNoneIsBetter() {
    assertThat(capture(new Exif().main(CHANGED, "2026:01:02 03:04:05")).takenAt())
        .isEqualTo(LocalDateTime.of(2026, 1, 2, 3, 4, 5));
  }

  @Test
  void leavesOutDatesThatMakeNoSense() {
    for (String date : new String[] {"0000:00:00 00:00:00", "    :  :     :  :  ", "2025:02:30 10:00:00", "yesterday", ""}) {
      Capture capture = capture(new Exif().sub(TAKEN, date).sub(TAKEN_ZONE, "+99:00"));
      assertThat(capture.takenAt()).as(date).isNull();
      assertThat(capture.zone()).isNull();
    }
  }

  @Test
  void namesTheCameraWithoutRepeatingItsMaker() {
    assertThat(camera("Canon", "Canon EOS 5D Mark III")).isEqualTo("Canon EOS 5D Mark III");
    assertThat(camera("NIKON CORPORATION", "NIKON D750")).isEqualTo("NIKON D750");
    assertThat(camera("Apple", "iPhone 15")).isEqualTo("Apple iPhone 15");
    assertThat(camera("  SONY ", "ILCE-7M3\n")).isEqualTo("SONY ILCE-7M3");
    assertThat(capture(new Exif().main(MODEL, "Pixel 8")).camera()).isEqualTo("Pixel 8");
    assertThat(capture(new Exif()).camera()).isNull();
  }

  @Test
  void readsWhereAPhotoWasTaken() {
    Exif exif = new Exif().gps(1, "S").gps(2, new int[] {33, 51, 36});
    exif.gps(3, "E").gps(4, new int[] {151, 12, 36});
    Location location = capture(exif).location();
    assertThat(location).isNotNull();
    assertThat(location.latitude()).isEqualTo(-33.86, offset(1e-6));
    assertThat(location.longitude()).isEqualTo(151.21, offset(1e-6));
  }

  @Test
  void leavesOutPlacesThatAreNone() {
    int[] zero = {0, 0, 0};
    Exif nowhere = new Exif().gps(1, "N").gps(2, zero).gps(3, "E").gps(4, zero);
    assertThat(capture(nowhere).location()).isNull();
    int[] far = {900, 0, 0};
    Exif beyond = new Exif().gps(1, "N").gps(2, far).gps(3, "E").gps(4, far);
    assertThat(capture(beyond).location()).isNull();
  }

  @Test
  void findsThePreviewAndTheOrientation() {
    byte[] small = Jpeg.of(Drawn.plain(8, 8, 0));
    byte[] file = Jpeg.withExif(jpeg, new Exif().orientation(8).preview(small).bytes());
    Metadata metadata = reader.read(file, PictureType.JPEG);
    Metadata.Span span = metadata.preview();
    assertThat(metadata.orientation()).isEqualTo(Orientation.THREE_QUARTER_TURN);
    assertThat(span).isNotNull();
    assertThat(ByteBuffer.wrap(file, span.offset(), span.length()))
        .isEqualTo(ByteBuffer.wrap(small));
  }

  @Test
  void readsExifInAPng() {
    byte[] tiff = new Exif().main(MODEL, "Pixel 8").orientation(3).bytes();
    byte[] png = new Png(1, 1, 8, Png.GREY).chunk("eXIf", tiff).pixels(new byte[2]);
    Metadata metadata = reader.read(png, PictureType.PNG);
    assertThat(metadata.capture().camera()).isEqualTo("Pixel 8");
    assertThat(metadata.orientation()).isEqualTo(Orientation.HALF_TURN);
  }

  @Test
  void survivesGarbageOfEveryType() {
    byte[] exif = new Exif().main(MAKE, "Maker").gps(1, "N").gps(2, new int[] {1, 2, 3}).bytes();
    byte[] whole = Jpeg.withExif(jpeg, exif);
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      byte[] broken = whole.clone();
      for (int j = 0; j < 30; j++) {
        broken[2 + random.nextInt(200)] = (byte) random.nextInt();
      }
      for (PictureType type : PictureType.values()) {
        assertThat(reader.read(broken, type)).isNotNull();
      }
    }
  }

  @Test
  void asksForNoMoreMemoryThanAFileHas() {
    byte[] png = new Png(1, 1, 8, Png.GREY).chunk("tEXt", new byte[40]).pixels(new byte[2]);
    ByteBuffer.wrap(png).putInt(33, 0x7FFFFFF0);
    assertThat(reader.read(png, PictureType.PNG)).isNotNull();
    byte[] webp = ByteBuffer.allocate(60).putInt(0, 0x52494646).putInt(4, 0xF0FFFF7F)
        .putInt(8, 0x57454250).putInt(12, 0x45584946).putInt(16, 0xE0FFFF7F).array();
    assertThat(reader.read(webp, PictureType.WEBP)).isNotNull();
  }

  private String camera(String make, String model) {
    return capture(new Exif().main(MAKE, make).main(MODEL, model)).camera();
  }

  private Capture capture(Exif exif) {
    return reader.read(Jpeg.withExif(jpeg, exif.bytes()), PictureType.JPEG).capture();
  }
}
