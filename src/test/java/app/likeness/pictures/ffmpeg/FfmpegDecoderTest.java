package app.likeness.pictures.ffmpeg;

import static app.likeness.pictures.Samples.BLUE;
import static app.likeness.pictures.Samples.GREEN;
import static app.likeness.pictures.Samples.RED;
import static app.likeness.pictures.Samples.YELLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.model.GalleryException.Unsupported;
import app.likeness.model.PictureType;
import app.likeness.pictures.ContentReader;
import app.likeness.pictures.Decoded;
import app.likeness.pictures.Drawn;
import app.likeness.pictures.Icc;
import app.likeness.pictures.Jdk;
import app.likeness.pictures.PictureReader;
import app.likeness.pictures.Samples;
import app.likeness.pictures.metadata.ExifReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

class FfmpegDecoderTest {
  private final PictureReader reader =
      new ContentReader(List.of(new FfmpegDecoder()), new ExifReader());

  @Test
  void readsHeicAndAvifOfEveryDepth() {
    for (String name :
        List.of(
            "quarters.heic",
            "quarters-10bit.heic",
            "quarters-lossless.heic",
            "quarters-alpha.heic",
            "quarters.avif",
            "quarters-10bit.avif",
            "quarters-alpha.avif")) {
      Decoded decoded = Samples.read(reader, name, RED, GREEN, BLUE, YELLOW);
      assertThat(decoded.type().ending()).isEqualTo(name.substring(name.length() - 4));
      assertThat(decoded.width()).isEqualTo(600);
      assertThat(decoded.height()).isEqualTo(400);
      assertThat(decoded.picture().width()).isEqualTo(600);
    }
    Samples.read(reader, "grey.avif", 0x505050, 0x7E7E7E, 0x323232, 0xAEAEAE);
  }

  @Test
  void putsTilesTogether() {
    Decoded heic = Samples.read(reader, "grid.heic", RED, GREEN, BLUE, YELLOW);
    assertThat(heic.width()).isEqualTo(330);
    assertThat(heic.height()).isEqualTo(220);
    assertThat(Drawn.distance(Drawn.at(heic.picture(), .99, .99), YELLOW)).isLessThan(9);
    assertThat(Drawn.distance(Drawn.at(heic.picture(), .51, .02), GREEN)).isLessThan(9);
    Decoded avif = Samples.read(reader, "grid.avif", RED, GREEN, BLUE, YELLOW);
    assertThat(avif.width()).isEqualTo(600);
  }

  @Test
  void turnsAndMirrorsAsTheContainerSaysAndNotOnceMoreByExif() {
    Decoded heic = Samples.read(reader, "grid-turned.heic", YELLOW, GREEN, BLUE, RED);
    assertThat(heic.width()).isEqualTo(220);
    assertThat(heic.height()).isEqualTo(330);
    assertThat(heic.picture().height()).isEqualTo(330);
    assertThat(heic.capture().camera()).isEqualTo("Brush");
    assertThat(heic.capture().takenAt()).isEqualTo(LocalDateTime.of(2026, 5, 4, 3, 2, 1));
    Samples.read(reader, "quarters-turned.avif", YELLOW, GREEN, BLUE, RED);
  }

  @Test
  void convertsTheColoursOfPhones() {
    int[] expected = new int[4];
    int[] stored = {RED, GREEN, BLUE, YELLOW};
    for (int i = 0; i < 4; i++) {
      expected[i] = Jdk.toSrgb(stored[i], Icc.displayP3());
    }
    Samples.read(reader, "quarters-p3.heic", expected);
    Samples.read(reader, "quarters-p3.avif", expected);
    Samples.read(reader, "quarters-icc.avif", expected);
  }

  @Test
  void scalesDownToWhatIsAsked() {
    Decoded small = reader.read(Samples.bytes("grid.heic"), 110);
    assertThat(small.picture().width()).isEqualTo(110);
    assertThat(small.picture().height()).isEqualTo(73);
    assertThat(small.width()).isEqualTo(330);
    int[] found = Drawn.quartersOf(small.picture());
    assertThat(Drawn.distance(found[0], RED)).isLessThanOrEqualTo(3);
    assertThat(Drawn.distance(found[3], YELLOW)).isLessThanOrEqualTo(3);
  }

  @Test
  void keepsTheTilesThatCame() {
    byte[] data = Samples.bytes("grid.heic");
    Decoded cut = reader.read(Arrays.copyOf(data, data.length - 300), 1000);
    assertThat(cut.warning()).matches("\\d+ % of the picture are missing; .*");
    assertThat(Drawn.distance(Drawn.at(cut.picture(), .25, .25), RED)).isLessThanOrEqualTo(3);
    assertThat(cut.picture().width()).isEqualTo(330);
  }

  @Test
  void refusesWhatIsCutShortOrBroken() {
    byte[] data = Samples.bytes("quarters.heic");
    for (int length : new int[] {12, 24, 100, 390, data.length - 20}) {
      byte[] cut = Arrays.copyOf(data, length);
      assertThatThrownBy(() -> reader.read(cut, 1000)).isInstanceOf(Unsupported.class);
    }
  }

  @Test
  void refusesABombFromItsHeader() {
    byte[] data = Samples.bytes("quarters.avif");
    int ispe = new String(data, StandardCharsets.ISO_8859_1).indexOf("ispe");
    ByteBuffer.wrap(data).putInt(ispe + 8, 40_000).putInt(ispe + 12, 30_000);
    assertThatThrownBy(() -> reader.check(data))
        .isInstanceOf(Unsupported.class)
        .hasMessageStartingWith("The picture has 1200 megapixels");
  }

  @Test
  void neverFailsInAnyOtherWayOnGarbage() {
    Random random = new Random(5);
    for (String name : List.of("quarters.heic", "grid.heic", "quarters.avif", "grid.avif")) {
      byte[] whole = Samples.bytes(name);
      for (int i = 0; i < 150; i++) {
        byte[] broken = whole.clone();
        for (int j = 0; j < 6; j++) {
          broken[8 + random.nextInt(broken.length - 8)] = (byte) random.nextInt();
        }
        try {
          assertThat(reader.read(broken, 100).picture().width()).isPositive();
        } catch (Unsupported e) {
          assertThat(e).hasMessageEndingWith(".");
        }
      }
    }
  }

  @Test
  void givesManyThreadsAtOnceTheSamePictureAndFreesItsMemory() throws Exception {
    byte[] data = Samples.bytes("grid.heic");
    int[] expected = reader.read(data, 330).picture().pixels();
    long counted = Pointer.totalBytes();
    long resident = Pointer.physicalBytes();
    try (var threads = Executors.newFixedThreadPool(4)) {
      Callable<int[]> read = () -> reader.read(data, 330).picture().pixels();
      for (var each : threads.invokeAll(Collections.nCopies(300, read))) {
        assertThat(Arrays.equals(each.get(), expected)).isTrue();
      }
    }
    assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(counted);
    assertThat(Pointer.physicalBytes() - resident).isLessThan(300L << 20);
  }

  @Test
  void tellsHeicFromAvifByItsBrands() {
    assertThat(reader.check(Samples.bytes("grid.heic"))).isEqualTo(PictureType.HEIC);
    assertThat(reader.check(Samples.bytes("grid.avif"))).isEqualTo(PictureType.AVIF);
  }
}
