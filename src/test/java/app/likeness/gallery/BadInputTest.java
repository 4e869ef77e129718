package app.likeness.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.catalog.ImportRow;
import app.likeness.catalog.ImportState;
import app.likeness.model.PictureType;
import app.likeness.pictures.Png;
import app.likeness.testing.Galleries;
import app.likeness.testing.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Files that nobody would call photos: each says in one sentence what is wrong with it.
class BadInputTest extends DroppedFiles {
  private static byte[] start(int part, int of) throws IOException {
    byte[] whole = Files.readAllBytes(Samples.photo(1));
    return Arrays.copyOf(whole, whole.length * part / of);
  }

  @Test
  void filesThatAreNoPhotosSayWhy() throws Exception {
    byte[] garbage = new byte[5000];
    new Random(1).nextBytes(garbage);
    file("empty.jpg", new byte[0]);
    file("garbage.jpg", garbage);
    file("letter.jpg", "Dear Ana".getBytes(StandardCharsets.UTF_8));
    file("film.jpg", "\0\0\0\u0018ftypmp42\0\0\0\0mp42isom".getBytes(StandardCharsets.ISO_8859_1));
    file("start.jpg", start(2, 100));
    file("half.jpg", start(1, 2));
    file("good.jpg", Samples.remarked(2, "good"));
    Path raw = file("raw.cr2", "II*\0\u0010\0\0\0CR\2\0 and more".getBytes(StandardCharsets.ISO_8859_1));

    Map<String, ImportRow> rows = bring(List.of(drop, raw));
    assertThat(rows).hasSize(8);
    failed(rows.get("empty.jpg"), "empty");
    failed(rows.get("garbage.jpg"), "no picture");
    failed(rows.get("letter.jpg"), "no picture");
    failed(rows.get("film.jpg"), "video, which is not supported yet");
    failed(rows.get("start.jpg"), "Most of the file is missing");
    failed(rows.get("raw.cr2"), "RAW photo, which is not supported yet");
    ready(rows.get("half.jpg"));
    assertThat(rows.get("half.jpg").reason()).contains("missing");
    ready(rows.get("good.jpg"));
    assertThat(rows.get("good.jpg").reason()).isNull();
  }

  private static byte[] noise(byte[] start, int length, Random random) {
    byte[] noise = new byte[start.length + length];
    random.nextBytes(noise);
    System.arraycopy(start, 0, noise, 0, start.length);
    return noise;
  }

  /// What follows is noise: it must reach no decoder that could crash or hang.
  @Test
  void beginningsOfPicturesWithoutTheRestSayWhy() throws Exception {
    List<String> beginnings =
        List.of(
            "\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0",
            "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\b\2\0\0\0",
            "RIFF\u00ff\u00ff\0\0WEBPVP8 ",
            "GIF89a\u00ff\1\u00ff\1",
            "II*\0\b\0\0\0",
            "MM\0*\0\0\0\b",
            "BM\u00ff\u00ff\0\0\0\0\0\0",
            "\0\0\0\u0018ftypheic\0\0\0\0mif1heic",
            "\0\0\0\u0018ftypavif\0\0\0\0mif1avif");
    Random random = new Random(7);
    for (int i = 0; i < beginnings.size(); i++) {
      byte[] start = beginnings.get(i).getBytes(StandardCharsets.ISO_8859_1);
      for (int length : List.of(0, 300, 20_000)) {
        file(i + "-" + length + ".jpg", noise(start, length, random));
      }
    }
    Map<String, ImportRow> rows = bring(List.of(drop));
    assertThat(rows).hasSize(3 * beginnings.size());
    for (ImportRow row : rows.values()) {
      if (row.state() != ImportState.READY) { // noise may look like pixels
        failed(row, "");
      } else {
        assertThat(row.reason()).endsWith(".");
      }
    }
  }

  @Test
  void aPictureIsWhatItsContentSays() throws Exception {
    file("really a png.jpg", new Png(40, 30, 8, Png.GREY).pixels(new byte[41 * 30]));
    Map<String, ImportRow> rows = bring(List.of(drop));
    ready(rows.get("really a png.jpg"));
    try (Workspace.Opened reading = Galleries.workspace(folder).read()) {
      var photo = reading.gallery().photos().photo(rows.get("really a png.jpg").photo());
      assertThat(photo.orElseThrow().original().type()).isEqualTo(PictureType.PNG);
      assertThat(photo.orElseThrow().original().key()).endsWith(".png");
    }
  }

  @Test
  void aPictureBombIsRefusedByItsHeader() throws Exception {
    int side = 30_000;
    byte[] rows = new byte[(side / 8 + 1) * side];
    Path bomb = file("bomb.png", new Png(side, side, 1, Png.GREY).pixels(rows));
    failed(bring(List.of(bomb)).get("bomb.png"), "900 megapixels");
  }
}
