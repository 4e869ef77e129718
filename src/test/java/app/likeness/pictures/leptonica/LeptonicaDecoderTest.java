package app.likeness.pictures.leptonica;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.pictures.ContentReader;
import app.likeness.pictures.Decoded;
import app.likeness.pictures.Drawn;
import app.likeness.pictures.Jpeg;
import app.likeness.pictures.Picture;
import app.likeness.pictures.PictureReader;
import app.likeness.pictures.Png;
import app.likeness.pictures.metadata.ExifReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

class LeptonicaDecoderTest {
  private final PictureReader reader =
      new ContentReader(List.of(new LeptonicaDecoder()), new ExifReader());

  @Test
  void readsGreyJpegsWithoutBrighteningThem() {
    Picture drawn = Drawn.picture(200, 100, (x, _) -> x * 0x010101);
    assertThat(Drawn.meanDistance(read(Jpeg.grey(drawn)), drawn)).isLessThan(1.5);
  }

  @Test
  void readsProgressiveJpegs() {
    Picture drawn = Drawn.quarters(200, 100);
    assertThat(Drawn.meanDistance(read(Jpeg.progressive(drawn)), drawn)).isLessThan(3);
  }

  @Test
  void readsCmykJpegsOfBothWritings() {
    Picture drawn = Drawn.quarters(96, 64);
    // Adobe's are inverted: what red, green and blue leave of each ink, and no black at all (255).
    int[] inverted = drawn.pixels();
    int[] ycck = IntStream.of(inverted).map(LeptonicaDecoderTest::ycck).toArray();
    byte[] adobe = Jpeg.withAdobe(Jpeg.fourChannels(96, 64, inverted), 0);
    byte[] photoshop = Jpeg.withAdobe(Jpeg.fourChannels(96, 64, ycck), 2);
    for (byte[] jpeg : List.of(adobe, photoshop)) {
      assertThat(Drawn.meanDistance(read(jpeg), drawn)).isLessThan(4);
    }
  }

  @Test
  void readsPngsOfEveryKind() {
    int grey = 0xFF5A5A5A;
    int color = 0xFF5A2814;
    assertPng(new Png(2, 1, 8, Png.GREY), grey, 0x5A, 0x5A);
    assertPng(new Png(2, 1, 16, Png.GREY), grey, 0x5A, 0x10, 0x5A, 0x10);
    assertPng(new Png(8, 1, 1, Png.GREY), 0xFFFFFFFF, 0xFF);
    assertPng(new Png(2, 1, 8, Png.RGB), color, 0x5A, 0x28, 0x14, 0x5A, 0x28, 0x14);
    int[] deep = {0x5A, 1, 0x28, 1, 0x14, 1, 0x5A, 1, 0x28, 1, 0x14, 1};
    assertPng(new Png(2, 1, 16, Png.RGB), color, deep);
    byte[] palette = {0, 0, 0, 0x5A, 0x28, 0x14};
    assertPng(new Png(2, 1, 8, Png.PALETTE).chunk("PLTE", palette), color, 1, 1);
    assertPng(new Png(4, 1, 1, Png.PALETTE).chunk("PLTE", palette), color, 0xF0);
  }

  @Test
  void letsWhiteShineThroughWhatIsTransparent() {
    int half = 0xFFAD9489; // (0x5A, 0x28, 0x14) * .5 + 255 * .5, about
    assertPng(new Png(1, 1, 8, Png.RGBA), 0xFFFFFFFF, 0, 0, 0, 0);
    assertPng(new Png(1, 1, 8, Png.RGBA), half, 0x5A, 0x28, 0x14, 0x80);
    assertPng(new Png(1, 1, 16, Png.RGBA), half, 0x5A, 1, 0x28, 1, 0x14, 1, 0x80, 0);
    assertPng(new Png(1, 1, 8, Png.GREY_ALPHA), 0xFFFFFFFF, 0, 0);
    assertPng(new Png(1, 1, 8, Png.GREY_ALPHA), 0xFF101010, 0x10, 0xFF);
    byte[] palette = {0, 0, 0, 0x5A, 0x28, 0x14};
    Png png = new Png(2, 1, 8, Png.PALETTE).chunk("PLTE", palette).chunk("tRNS", new byte[] {0});
    Picture read = read(png.pixels(new byte[] {0, 0, 1}));
    assertThat(read.pixels()).containsExactly(0xFFFFFFFF, 0xFF5A2814);
  }

  @Test
  void readsAPngAroundChunksThatAreBroken() {
    Png png = new Png(1, 1, 8, Png.RGB).chunk("iCCP", new byte[5]).chunk("zTXt", new byte[9]);
    assertPng(png, 0xFF5A2814, 0x5A, 0x28, 0x14);
  }

  @Test
  void freesItsMemory() throws IOException {
    byte[] photo = Files.readAllBytes(Path.of("target/test-photos/sample2.jpg"));
    LeptonicaThumbnails thumbnails = new LeptonicaThumbnails();
    decodeOften(photo, thumbnails, 20);
    long counted = Pointer.totalBytes();
    long resident = outsideTheHeap();
    decodeOften(photo, thumbnails, 200);
    assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(counted);
    // 200 pictures of 10 MB and as many thumbnails would be 2 GB.
    assertThat(outsideTheHeap() - resident).isLessThan(1L << 30);
  }

  /// The heap grows as it likes with what other tests have left.
  private static long outsideTheHeap() {
    return Pointer.physicalBytes() - Runtime.getRuntime().totalMemory();
  }

  private void decodeOften(byte[] photo, LeptonicaThumbnails thumbnails, int times) {
    for (int i = 0; i < times; i++) {
      Decoded decoded = reader.read(photo, 1920);
      assertThat(thumbnails.jpeg(thumbnails.scale(decoded.picture(), 256))).isNotEmpty();
    }
  }

  private void assertPng(Png png, int expected, int... row) {
    byte[] bytes = new byte[row.length + 1];
    for (int i = 0; i < row.length; i++) {
      bytes[i + 1] = (byte) row[i];
    }
    int actual = read(png.pixels(bytes)).pixels()[0];
    assertThat(Drawn.distance(actual, expected))
        .as("%x is not %x", actual, expected)
        .isLessThanOrEqualTo(1);
  }

  /// ITU-R BT.601 of the inverse of three channels, as T.872 (6.5.3) has it; black stays.
  private static int ycck(int pixel) {
    int r = 255 - (pixel >> 16 & 0xFF);
    int g = 255 - (pixel >> 8 & 0xFF);
    int b = 255 - (pixel & 0xFF);
    int y = (int) Math.round(.299 * r + .587 * g + .114 * b);
    int cb = (int) Math.round(128 + .564 * (b - y));
    int cr = (int) Math.round(128 + .713 * (r - y));
    return (pixel & 0xFF000000) | y << 16 | cb << 8 | cr;
  }

  private Picture read(byte[] data) {
    return reader.read(data, 1000).picture();
  }
}
