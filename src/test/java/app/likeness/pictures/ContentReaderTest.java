package app.likeness.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.model.GalleryException.Unsupported;
import app.likeness.model.PictureType;
import app.likeness.pictures.leptonica.LeptonicaDecoder;
import app.likeness.pictures.metadata.ExifReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentReaderTest {
  private static final Path PHOTO = Path.of("target/test-photos/sample1.jpg");

  private final PictureReader reader =
      new ContentReader(List.of(new LeptonicaDecoder()), new ExifReader());

  @Test
  void readsARealPhotoAsTheJdkDoes() throws IOException {
    byte[] data = Files.readAllBytes(PHOTO);
    Decoded decoded = reader.read(data, 10_000);
    Picture expected = Jdk.read(data);
    assertThat(decoded.type()).isEqualTo(PictureType.JPEG);
    assertThat(decoded.warning()).isNull();
    assertThat(decoded.width()).isEqualTo(1920);
    assertThat(decoded.height()).isEqualTo(1280);
    assertThat(decoded.picture().width()).isEqualTo(1920);
    assertThat(Drawn.meanDistance(decoded.picture(), expected)).isLessThan(2);
  }

  @Test
  void decodesNoMoreThanIsNeededAndNoLess() {
    byte[] jpeg = Jpeg.of(Drawn.waves(2000, 1500));
    for (int wanted : new int[] {100, 240, 250, 251, 500, 640, 999, 1001, 1600, 2000}) {
      Decoded decoded = reader.read(jpeg, wanted);
      assertThat(decoded.width()).isEqualTo(2000);
      assertThat(decoded.picture().width()).isBetween(wanted, (int) (wanted * 1.4));
      assertThat(decoded.picture().height())
          .isEqualTo(Math.round(decoded.picture().width() * .75f));
    }
    assertThat(reader.read(jpeg, 5000).picture().width()).isEqualTo(2000);
  }

  @Test
  void turnsAllEightOrientationsUpright() {
    Picture upright = Drawn.quarters(120, 80);
    for (int value = 1; value <= 8; value++) {
      Picture stored = Drawn.stored(upright, value);
      byte[] tiff = new Exif().orientation(value).bytes();
      Decoded decoded = reader.read(Jpeg.withExif(Jpeg.of(stored), tiff), 120);
      assertThat(decoded.width()).isEqualTo(120);
      assertThat(decoded.height()).isEqualTo(80);
      assertThat(decoded.picture().width()).isEqualTo(120);
      assertThat(Drawn.meanDistance(decoded.picture(), upright)).as("%d", value).isLessThan(3);
    }
  }

  @Test
  void takesNonsenseForAnOrientationAsUpright() {
    byte[] jpeg = Jpeg.of(Drawn.quarters(120, 80));
    for (int value : new int[] {0, 9, 65_535}) {
      Decoded decoded = reader.read(Jpeg.withExif(jpeg, new Exif().orientation(value).bytes()), 99);
      assertThat(decoded.width()).isEqualTo(120);
    }
  }

  @Test
  void convertsTheColoursOfAProfileToSrgb() {
    Picture drawn = Drawn.picture(64, 64, (x, y) -> (x << 18) | (y << 10) | (2 * x + 2 * y));
    for (byte[] icc : List.of(Icc.displayP3(), Icc.adobeRgb(), Icc.sampledP3())) {
      Png png = new Png(64, 64, 8, Png.RGB).profile(icc);
      Picture read = reader.read(Png.rgb(drawn, png), 64).picture();
      for (int i = 0; i < drawn.pixels().length; i++) {
        int expected = Jdk.toSrgb(drawn.pixels()[i], icc);
        assertThat(Drawn.distance(read.pixels()[i], expected))
            .as("%x -> %x, not %x", drawn.pixels()[i], expected, read.pixels()[i])
            .isLessThanOrEqualTo(2);
      }
    }
  }

  @Test
  void convertsTheColoursOfAPhonesJpeg() {
    byte[] jpeg = Jpeg.of(Drawn.plain(64, 64, 0xB45A3C));
    Picture read = reader.read(Jpeg.withProfile(jpeg, Icc.displayP3()), 64).picture();
    int expected = Jdk.toSrgb(0xB45A3C, Icc.displayP3());
    assertThat(Drawn.distance(expected, 0xB45A3C)).isGreaterThan(10);
    assertThat(Drawn.distance(Drawn.at(read, .5, .5), expected)).isLessThanOrEqualTo(3);
  }

  @Test
  void leavesColoursAloneThatAreSrgbOrWhoseProfileIsBroken() {
    Picture drawn = Drawn.waves(64, 64);
    byte[] cut = Arrays.copyOf(Icc.displayP3(), 200);
    for (byte[] icc : List.of(Icc.sRgb(), cut, new byte[0], new byte[3000])) {
      Png png = new Png(64, 64, 8, Png.RGB).profile(icc);
      assertThat(reader.read(Png.rgb(drawn, png), 64).picture().pixels())
          .isEqualTo(drawn.pixels());
    }
  }

  @Test
  void refusesABombFromItsHeader() {
    byte[] bomb = new Png(30_000, 30_000, 8, Png.RGB).pixels(new byte[1000]);
    assertThatThrownBy(() -> reader.check(bomb))
        .isInstanceOf(Unsupported.class)
        .hasMessage(
            "The picture has 900 megapixels (30000 x 30000), more than the 250 that are read; "
                + "make it smaller.");
    assertThatThrownBy(() -> reader.read(bomb, 1600)).isInstanceOf(Unsupported.class);
    assertThat(reader.check(new Png(15_000, 16_000, 8, Png.RGB).pixels(new byte[1000])))
        .isEqualTo(PictureType.PNG);
  }

  @Test
  void keepsWhatThereIsOfATruncatedPhoto() throws IOException {
    byte[] data = Files.readAllBytes(PHOTO);
    Decoded whole = reader.read(data, 1920);
    Decoded half = reader.read(Arrays.copyOf(data, data.length / 2), 1920);
    assertThat(half.warning()).matches("The lower [3-6]\\d % of the picture are missing; .*");
    assertThat(half.height()).isEqualTo(1280);
    assertThat(Drawn.at(half.picture(), .5, .1)).isEqualTo(Drawn.at(whole.picture(), .5, .1));
    assertThat(Drawn.at(half.picture(), .5, .99)).isEqualTo(0xFF808080);
  }

  @Test
  void refusesAPhotoOfWhichNextToNothingCame() throws IOException {
    byte[] data = Files.readAllBytes(PHOTO);
    for (int length : new int[] {3, 20, 400, data.length / 100, data.length / 30}) {
      byte[] cut = Arrays.copyOf(data, length);
      assertThatThrownBy(() -> reader.read(cut, 1600))
          .isInstanceOf(Unsupported.class)
          .hasMessage("Most of the file is missing; copy it again from where it came.");
    }
    byte[] png = Png.of(Drawn.waves(300, 300));
    for (int length : new int[] {8, 20, 40, png.length / 2}) {
      byte[] cut = Arrays.copyOf(png, length);
      assertThatThrownBy(() -> reader.read(cut, 1600)).isInstanceOf(Unsupported.class);
    }
  }

  @Test
  void saysWhatAFileIsThatIsNoPicture() {
    assertRefused("", "The file is empty; copy it again from where it came.");
    assertRefused("Hello, this is a letter.", "The file holds no picture");
    assertRefused("<!DOCTYPE html><html>Not found</html>", "The file is a web page");
    assertRefused("%PDF-1.7 ....................", "The file is a PDF document");
    assertRefused("FUJIFILMCCD-RAW 0201FF129502", "The file is a RAW photo");
    assertRefused("\0\0\0\u0018ftypcrx \0\0\0\u0001crx isom", "The file is a RAW photo");
    assertRefused("\0\0\0\u0014ftypisom\0\0\0\u0001mp42", "The file is a video");
    assertRefused("\0\0\0\u0014ftypqt  \0\0\0\u0001qt  ", "The file is a video");
    assertRefused("\0\0\1\0moov............", "The file is a video");
    assertRefused("\u00ff\u00d8\u00ff\u00d9", "Most of the file is missing");
    assertRefused("\u00ff\u00d8\u00ff" + "x".repeat(5000), "Most of the file is missing");
  }

  @Test
  void neverFailsInAnyOtherWayOnGarbage() throws IOException {
    byte[] photo = Jpeg.withExif(
        Jpeg.of(Drawn.waves(160, 120)), new Exif().orientation(6).main(0x010F, "Maker").bytes());
    Random random = new Random(1);
    for (int i = 0; i < 400; i++) {
      byte[] broken = (i % 2 == 0 ? photo : Png.of(Drawn.waves(40, 30))).clone();
      for (int j = 0; j < 10; j++) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt();
      }
      try {
        assertThat(reader.read(broken, 100).picture().width()).isPositive();
      } catch (Unsupported e) {
        assertThat(e).hasMessageEndingWith(".");
      }
    }
  }

  @Test
  void givesThePreviewThatTheCameraPutIntoTheFile(@TempDir Path folder) throws IOException {
    byte[] small = Jpeg.of(Drawn.quarters(160, 120));
    byte[] tiff = new Exif().orientation(6).preview(small).bytes();
    Path file = folder.resolve("with preview.jpg");
    Files.write(file, Jpeg.withExif(Jpeg.of(Drawn.plain(800, 600, 0)), tiff));
    Picture preview = reader.placeholder(file).orElseThrow();
    assertThat(preview.width()).isEqualTo(120);
    assertThat(preview.height()).isEqualTo(160);
    assertThat(Drawn.distance(Drawn.at(preview, .75, .25), 0xC02020)).isLessThan(12);
  }

  @Test
  void givesNoPreviewWhereThereIsNone(@TempDir Path folder) throws IOException {
    Path text = Files.writeString(folder.resolve("a.jpg"), "no picture");
    byte[] tiff = new Exif().preview("garbage".getBytes(StandardCharsets.UTF_8)).bytes();
    Path broken = folder.resolve("b.jpg");
    Files.write(broken, Jpeg.withExif(Jpeg.of(Drawn.plain(80, 60, 0)), tiff));
    for (Path file : List.of(text, broken, folder.resolve("missing.jpg"), folder)) {
      assertThat(reader.placeholder(file)).isEmpty();
    }
  }

  @Test
  void givesManyThreadsAtOnceTheSamePicture() throws Exception {
    byte[] data = Files.readAllBytes(PHOTO);
    int[] expected = reader.read(data, 600).picture().pixels();
    try (var threads = Executors.newFixedThreadPool(8)) {
      Callable<int[]> read = () -> reader.read(data, 600).picture().pixels();
      for (Future<int[]> each : threads.invokeAll(Collections.nCopies(48, read))) {
        assertThat(same(each, expected)).isTrue();
      }
    }
  }

  private static boolean same(Future<int[]> one, int[] other)
      throws InterruptedException, ExecutionException {
    return Arrays.equals(one.get(), other);
  }

  private void assertRefused(String content, String reason) {
    byte[] data = content.getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> reader.check(data))
        .isInstanceOf(Unsupported.class)
        .hasMessageStartingWith(reason);
  }
}
