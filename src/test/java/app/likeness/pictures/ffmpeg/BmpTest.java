package app.likeness.pictures.ffmpeg;

import static app.likeness.pictures.Samples.RED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.likeness.model.GalleryException.Unsupported;
import app.likeness.model.PictureType;
import app.likeness.pictures.ContentReader;
import app.likeness.pictures.Drawn;
import app.likeness.pictures.Icc;
import app.likeness.pictures.Jdk;
import app.likeness.pictures.Picture;
import app.likeness.pictures.PictureReader;
import app.likeness.pictures.metadata.ExifReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;

/// BMPs as the JDK writes them, and as other programs do, byte by byte.
class BmpTest {
  private static final int INFO = 40;
  private static final int V4 = 108;
  private static final int V5 = 124;

  private final PictureReader reader =
      new ContentReader(List.of(new FfmpegDecoder()), new ExifReader());
  private final Picture drawn = Drawn.quarters(30, 20);

  @Test
  void readsEveryKindThatTheJdkWrites() {
    isDrawn(written(BufferedImage.TYPE_3BYTE_BGR, "BI_RGB"), 0);
    isDrawn(written(BufferedImage.TYPE_BYTE_INDEXED, "BI_RGB"), 20);
    isDrawn(written(BufferedImage.TYPE_BYTE_INDEXED, "BI_RLE8"), 20);
    isDrawn(written(BufferedImage.TYPE_USHORT_565_RGB, "BI_BITFIELDS"), 8);
    isDrawn(written(BufferedImage.TYPE_USHORT_555_RGB, "BI_RGB"), 8);
    isDrawn(written(BufferedImage.TYPE_INT_RGB, "BI_BITFIELDS"), 0);
  }

  @Test
  void readsBlackAndWhite() throws IOException {
    byte[] bmp = written(BufferedImage.TYPE_BYTE_BINARY, "BI_RGB");
    assertThat(reader.read(bmp, 100).picture().pixels()).isEqualTo(Jdk.read(bmp).pixels());
  }

  @Test
  void takesTheFourthByteOfAPixelForNothing() {
    for (int fourth : new int[] {0, 0x7F, 0xFF}) {
      isDrawn(file(INFO, 0, fourth), 0);
    }
  }

  @Test
  void readsMasksAndLetsWhiteShineThroughWhereOneIsOfAlpha() {
    isDrawn(masked(V4, 0, 0), 0);
    isDrawn(masked(V5, 0, 0), 0);
    isDrawn(masked(V4, 0xFF, 0xFF000000), 0);
    Picture half = reader.read(masked(V5, 0x80, 0xFF000000), 100).picture();
    assertThat(Drawn.distance(half.pixels()[0], 0xDF8F8F)).isLessThanOrEqualTo(1);
  }

  @Test
  void makesNothingOfWhatFollowsThePixels() {
    byte[] bmp = written(BufferedImage.TYPE_3BYTE_BGR, "BI_RGB");
    for (int more : new int[] {1, 2, 3000}) {
      isDrawn(Arrays.copyOf(bmp, bmp.length + more), 0);
    }
    ByteBuffer.wrap(bmp).putInt(2, 0); // some writers tell no length
    isDrawn(bmp, 0);
  }

  @Test
  void convertsTheColoursOfAProfileBehindThePixels() {
    byte[] icc = Icc.displayP3();
    byte[] bmp = masked(V5, 0, 0);
    byte[] whole = Arrays.copyOf(bmp, bmp.length + icc.length);
    System.arraycopy(icc, 0, whole, bmp.length, icc.length);
    little(whole).putInt(70, 0x4D424544).putInt(126, bmp.length - 14).putInt(130, icc.length);
    Picture read = reader.read(whole, 100).picture();
    assertThat(Drawn.distance(read.pixels()[0], Jdk.toSrgb(RED, icc))).isLessThanOrEqualTo(2);
    isDrawn(Arrays.copyOf(whole, whole.length - 10), 0);
  }

  @Test
  void readsABmpWhoseFirstRowIsTheUpperOne() {
    byte[] bmp = file(INFO, 0, 0);
    little(bmp).putInt(22, -drawn.height());
    Picture read = reader.read(bmp, 100).picture();
    assertThat(read.height()).isEqualTo(20);
    assertThat(Drawn.at(read, .25, .25)).isEqualTo(Drawn.at(drawn, .25, .75));
  }

  @Test
  void readsOneOfTheVeryFirst() {
    byte[] bmp = file(INFO, 0, 0);
    byte[] first = new byte[bmp.length - 28];
    ByteBuffer old = little(first).put(bmp, 0, 14).putInt(2, first.length).putInt(10, 26);
    old.putInt(12).putShort((short) 30).putShort((short) 20).putShort((short) 1).putShort((short) 32);
    old.put(bmp, 54, bmp.length - 54);
    isDrawn(first, 0);
  }

  @Test
  void scalesDownToWhatIsAsked() {
    Picture small = reader.read(written(BufferedImage.TYPE_BYTE_INDEXED, "BI_RGB"), 15).picture();
    assertThat(small.width()).isEqualTo(15);
    assertThat(Drawn.distance(Drawn.at(small, .2, .2), RED)).isLessThanOrEqualTo(20);
  }

  @Test
  void refusesWhatIsCutShortAndBombsAndRareKinds() {
    byte[] bmp = file(INFO, 0, 0);
    for (int length : new int[] {2, 10, 14, 18, 30, 54, 100, bmp.length - 200}) {
      byte[] cut = Arrays.copyOf(bmp, length);
      assertThatThrownBy(() -> reader.read(cut, 100)).isInstanceOf(Unsupported.class);
    }
    little(bmp).putInt(30, 5);
    assertThatThrownBy(() -> reader.check(bmp)).hasMessageContaining("a BMP of a rare kind");
    little(bmp).putInt(30, 0).putInt(18, 30_000).putInt(22, 30_000);
    assertThatThrownBy(() -> reader.check(bmp)).hasMessageContaining("megapixels");
  }

  @Test
  void neverFailsInAnyOtherWayOnGarbage() {
    List<byte[]> files =
        List.of(
            file(INFO, 0, 0),
            masked(V5, 0x80, 0xFF000000),
            written(BufferedImage.TYPE_BYTE_INDEXED, "BI_RLE8"),
            written(BufferedImage.TYPE_BYTE_INDEXED, "BI_RGB"),
            written(BufferedImage.TYPE_USHORT_565_RGB, "BI_BITFIELDS"));
    Random random = new Random(3);
    for (int i = 0; i < 1000; i++) {
      byte[] whole = files.get(i % files.size());
      byte[] broken = i % 7 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
      for (int j = 0; j < 3 && broken.length > 20; j++) {
        int reach = j == 0 ? Math.min(broken.length, 140) : broken.length;
        broken[2 + random.nextInt(reach - 2)] = (byte) random.nextInt();
      }
      try {
        assertThat(reader.read(broken, 100).picture().width()).isPositive();
      } catch (Unsupported e) {
        assertThat(e).hasMessageEndingWith(".");
      }
    }
  }

  private void isDrawn(byte[] bmp, int tolerance) {
    assertThat(reader.check(bmp)).isEqualTo(PictureType.BMP);
    Picture read = reader.read(bmp, 100).picture();
    assertThat(read.width()).isEqualTo(drawn.width());
    assertThat(read.height()).isEqualTo(drawn.height());
    for (int i = 0; i < drawn.pixels().length; i++) {
      assertThat(Drawn.distance(read.pixels()[i], drawn.pixels()[i]))
          .as("%x for %x at %d", read.pixels()[i], drawn.pixels()[i], i)
          .isLessThanOrEqualTo(tolerance);
    }
  }

  private byte[] masked(int kind, int fourth, int alpha) {
    byte[] bmp = file(kind, 3, fourth);
    little(bmp).putInt(54, 0xFF0000).putInt(58, 0xFF00).putInt(62, 0xFF).putInt(66, alpha);
    return bmp;
  }

  /// A BMP of 32 bits a pixel, as Windows' own documentation lays it out.
  private byte[] file(int kind, int compression, int fourth) {
    int start = 14 + kind;
    byte[] file = new byte[start + 4 * drawn.pixels().length];
    ByteBuffer bmp = little(file);
    bmp.put((byte) 'B').put((byte) 'M').putInt(bmp.limit()).putInt(0).putInt(start);
    bmp.putInt(kind).putInt(drawn.width()).putInt(drawn.height());
    bmp.putShort((short) 1).putShort((short) 32).putInt(compression).position(start);
    for (int y = drawn.height() - 1; y >= 0; y--) {
      for (int x = 0; x < drawn.width(); x++) {
        bmp.putInt((fourth << 24) | (drawn.pixels()[y * drawn.width() + x] & 0xFFFFFF));
      }
    }
    return file;
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private byte[] written(int type, String compression) {
    BufferedImage image = new BufferedImage(drawn.width(), drawn.height(), type);
    image.setRGB(0, 0, drawn.width(), drawn.height(), drawn.pixels(), 0, drawn.width());
    ImageWriter writer = ImageIO.getImageWritersByFormatName("bmp").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionType(compression);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
