package app.likeness.pictures.leptonica;

import static app.likeness.pictures.Samples.BLUE;
import static app.likeness.pictures.Samples.GREEN;
import static app.likeness.pictures.Samples.RED;
import static app.likeness.pictures.Samples.YELLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.leptonica.global.leptonica.IFF_TIFF_ZIP;
import static org.bytedeco.leptonica.global.leptonica.IFF_WEBP;
import static org.bytedeco.leptonica.global.leptonica.lept_free;
import static org.bytedeco.leptonica.global.leptonica.pixWriteMem;

import app.likeness.model.GalleryException.Unsupported;
import app.likeness.model.PictureType;
import app.likeness.pictures.ContentReader;
import app.likeness.pictures.Decoded;
import app.likeness.pictures.Drawn;
import app.likeness.pictures.Exif;
import app.likeness.pictures.Icc;
import app.likeness.pictures.Jdk;
import app.likeness.pictures.Picture;
import app.likeness.pictures.PictureReader;
import app.likeness.pictures.Samples;
import app.likeness.pictures.metadata.ExifReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.junit.jupiter.api.Test;

class OtherFormatsTest {
  private final PictureReader reader =
      new ContentReader(List.of(new LeptonicaDecoder()), new ExifReader());
  private final Picture drawn = Drawn.quarters(300, 200);

  @Test
  void readsWhatLeptonicaWrites() {
    for (int format : new int[] {IFF_TIFF_ZIP, IFF_WEBP}) {
      Decoded decoded = reader.read(written(drawn, format), 300);
      assertThat(Drawn.meanDistance(decoded.picture(), drawn)).isLessThan(3);
      assertThat(decoded.width()).isEqualTo(300);
    }
    assertThat(reader.check(written(drawn, IFF_WEBP))).isEqualTo(PictureType.WEBP);
    assertThat(reader.check(written(drawn, IFF_TIFF_ZIP))).isEqualTo(PictureType.TIFF);
  }

  @Test
  void readsTheFirstPictureOfAFilm() {
    Decoded gif = Samples.read(reader, "moving.gif", RED, GREEN, BLUE, YELLOW);
    assertThat(gif.type()).isEqualTo(PictureType.GIF);
    assertThat(gif.width()).isEqualTo(600);
    Decoded webp = Samples.read(reader, "moving.webp", RED, GREEN, BLUE, YELLOW);
    assertThat(webp.height()).isEqualTo(400);
  }

  @Test
  void readsOtherPeoplesTiffs() {
    for (String name : List.of("quarters.tif", "quarters-16bit.tif", "quarters-cmyk.tif")) {
      Samples.read(reader, name, RED, GREEN, BLUE, YELLOW);
    }
    assertThatThrownBy(() -> reader.check(Samples.bytes("tiles.tif")))
        .isInstanceOf(Unsupported.class)
        .hasMessageStartingWith("The file is a TIFF of a rare kind");
  }

  @Test
  void turnsTiffsUpright() {
    Samples.read(reader, "quarters-5.tif", RED, BLUE, GREEN, YELLOW);
    Samples.read(reader, "quarters-6.tif", BLUE, RED, YELLOW, GREEN);
    Samples.read(reader, "quarters-7.tif", YELLOW, GREEN, BLUE, RED);
    Decoded last = Samples.read(reader, "quarters-8.tif", GREEN, YELLOW, RED, BLUE);
    assertThat(last.width()).isEqualTo(40);
    assertThat(last.height()).isEqualTo(60);
  }

  @Test
  void convertsColoursAndLetsWhiteShineThrough() {
    int red = Jdk.toSrgb(RED, Icc.displayP3());
    Samples.read(reader, "quarters-p3.tif", red);
    Samples.read(reader, "quarters-p3.webp", red);
    Samples.read(reader, "quarters-alpha.webp", 0xDF8F8F, 0x8FDF8F, 0x8F8FDF, 0xDFDF8F);
  }

  @Test
  void refusesRawPhotosDressedAsTiff() {
    byte[] canon = new Exif().main(256, 100).main(257, 100).bytes();
    ByteBuffer.wrap(canon).position(8).put("CR\2\0".getBytes(StandardCharsets.UTF_8));
    byte[] dng = new Exif().main(256, 100).main(257, 100).main(50706, 1).bytes();
    byte[] nikon = new Exif().main(256, 100).main(257, 100).main(259, 34713).bytes();
    byte[] mosaic = new Exif().main(330, 1024L).sub(262, 32803).bytes();
    for (byte[] raw : List.of(canon, dng, nikon, mosaic)) {
      assertThatThrownBy(() -> reader.check(raw))
          .isInstanceOf(Unsupported.class)
          .hasMessageStartingWith("The file is a RAW photo, which is not supported yet");
    }
  }

  @Test
  void refusesBombsFromTheirHeaders() {
    byte[] tiff = new Exif().main(256, 60_000).main(257, 60_000).bytes();
    byte[] gif = Samples.bytes("moving.gif");
    int image = 0;
    while (gif[image] != 0x2C) {
      image++;
    }
    ByteBuffer.wrap(gif).putInt(image + 5, -1);
    for (byte[] bomb : List.of(tiff, gif)) {
      assertThatThrownBy(() -> reader.check(bomb))
          .isInstanceOf(Unsupported.class)
          .hasMessageContaining("megapixels");
    }
  }

  @Test
  void neverFailsInAnyOtherWayOnGarbage() {
    List<byte[]> files =
        List.of(
            written(drawn, IFF_WEBP),
            Samples.bytes("quarters.tif"),
            Samples.bytes("moving.gif"),
            Samples.bytes("moving.webp"));
    Random random = new Random(3);
    for (int i = 0; i < 400; i++) {
      byte[] whole = files.get(i % files.size());
      byte[] broken = i % 7 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
      for (int j = 0; j < 5 && broken.length > 20; j++) {
        broken[8 + random.nextInt(broken.length - 8)] = (byte) random.nextInt();
      }
      try {
        assertThat(reader.read(broken, 100).picture().width()).isPositive();
      } catch (Unsupported e) {
        assertThat(e).hasMessageEndingWith(".");
      }
    }
  }

  private static byte[] written(Picture picture, int format) {
    try (Pix pix = Pix.of(picture);
        PointerPointer<BytePointer> out = new PointerPointer<>(1L);
        SizeTPointer size = new SizeTPointer(1L)) {
      assertThat(pixWriteMem(out, size, pix.handle(), format)).isZero();
      byte[] bytes = new byte[(int) size.get()];
      BytePointer written = out.get(BytePointer.class);
      written.get(bytes);
      lept_free(written);
      return bytes;
    }
  }
}
