package app.likeness.pictures.leptonica;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.model.Box;
import app.likeness.model.PictureType;
import app.likeness.pictures.ContentReader;
import app.likeness.pictures.Decoded;
import app.likeness.pictures.Drawn;
import app.likeness.pictures.Picture;
import app.likeness.pictures.Thumbnails;
import app.likeness.pictures.metadata.ExifReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeptonicaThumbnailsTest {
  private final Thumbnails thumbnails = new LeptonicaThumbnails();

  @Test
  void scalesDownInAChainAndKeepsTheColours() {
    Picture picture = Drawn.quarters(2016, 1512);
    int[] heights = {960, 384, 192};
    int i = 0;
    for (int side : new int[] {1280, 512, 256}) {
      picture = thumbnails.scale(picture, side);
      assertThat(picture.width()).isEqualTo(side);
      assertThat(picture.height()).isEqualTo(heights[i++]);
      assertThat(Drawn.distance(Drawn.at(picture, .2, .2), 0xC02020)).isLessThanOrEqualTo(1);
      assertThat(Drawn.distance(Drawn.at(picture, .8, .8), 0xC0C020)).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void averagesFineDetailInsteadOfPickingSomeOfIt() {
    Picture board = Drawn.picture(800, 800, (x, y) -> (x + y) % 2 == 0 ? 0xFFFFFF : 0);
    Picture small = thumbnails.scale(board, 200);
    for (int pixel : small.pixels()) {
      assertThat(Drawn.distance(pixel, 0x808080)).isLessThanOrEqualTo(2);
    }
  }

  @Test
  void neverScalesUp() {
    Picture picture = Drawn.quarters(100, 60);
    assertThat(thumbnails.scale(picture, 256)).isSameAs(picture);
    assertThat(thumbnails.scale(Drawn.plain(5000, 1, 0), 256).height()).isEqualTo(1);
  }

  @Test
  void cropsASquareWithRoomAroundTheFace() {
    Picture picture =
        Drawn.picture(1000, 500, (x, y) -> inside(x, 450, 550) && inside(y, 200, 300) ? 255 : 0);
    Picture crop = thumbnails.crop(picture, new Box(.45, .4, .1, .2), 160);
    assertThat(crop.width()).isEqualTo(160);
    assertThat(crop.height()).isEqualTo(160);
    assertThat(Drawn.at(crop, .17, .5)).isEqualTo(0xFF000000);
    assertThat(Drawn.at(crop, .21, .21)).isEqualTo(0xFF0000FF);
    assertThat(Drawn.at(crop, .79, .79)).isEqualTo(0xFF0000FF);
    assertThat(Drawn.at(crop, .5, .83)).isEqualTo(0xFF000000);
  }

  @Test
  void cropsInsideThePictureWhereAFaceIsAtItsEdge() {
    Picture picture = Drawn.quarters(600, 400);
    for (Box box :
        List.of(
            new Box(0, 0, .1, .2),
            new Box(.95, .9, .1, .2),
            new Box(-.1, -.1, .05, .05),
            new Box(.1, .1, .9, .9),
            new Box(.5, .5, 0, 0))) {
      Picture crop = thumbnails.crop(picture, box, 256);
      assertThat(crop.width()).isEqualTo(256);
      assertThat(crop.height()).isEqualTo(256);
    }
    Picture corner = thumbnails.crop(picture, new Box(.95, .9, .1, .2), 256);
    assertThat(Drawn.distance(Drawn.at(corner, .5, .5), 0xC0C020)).isLessThanOrEqualTo(1);
  }

  @Test
  void encodesAJpegWithoutMetadata() {
    Picture picture = Drawn.quarters(640, 480);
    byte[] jpeg = thumbnails.jpeg(picture);
    Decoded read =
        new ContentReader(List.of(new LeptonicaDecoder()), new ExifReader()).read(jpeg, 640);
    assertThat(read.type()).isEqualTo(PictureType.JPEG);
    assertThat(Drawn.meanDistance(read.picture(), picture)).isLessThan(2);
    assertThat(new String(jpeg, 0, 600, ISO_8859_1))
        .contains("JFIF")
        .doesNotContain("Exif", "ICC_PROFILE", "\u00ff\u00fe");
  }

  private static boolean inside(int value, int from, int to) {
    return value >= from && value < to;
  }
}
