package app.likeness.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileKindTest {
  @Test
  void knowsPicturesByTheirEnding() {
    assertKind(FileKind.PICTURE, "a.jpg", "B.JPEG", "c.d.HEIC", "ä ö.png", "x.tif");
    assertKind(FileKind.RAW, "IMG_1.CR2", "a.nef", "b.DNG");
    assertKind(FileKind.VIDEO, "MVI.MOV", "a.mp4");
    assertKind(FileKind.OTHER, "a.txt", "jpg", "photo", "a.jpg.xmp", "/");
  }

  @Test
  void passesOverWhatSystemsLeaveBehind() {
    assertKind(FileKind.HIDDEN, ".hidden.jpg", "._IMG_1.jpg", "Thumbs.db", "album/@eaDir");
    assertKind(FileKind.HIDDEN, "zip/__MACOSX", ".DS_Store", "$RECYCLE.BIN");
  }

  private static void assertKind(FileKind expected, String... names) {
    for (String name : names) {
      assertThat(FileKind.of(Path.of(name))).as(name).isEqualTo(expected);
    }
  }
}
