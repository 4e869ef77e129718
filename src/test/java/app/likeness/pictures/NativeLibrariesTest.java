package app.likeness.pictures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.pictures.ffmpeg.FfmpegDecoder;
import app.likeness.pictures.leptonica.LeptonicaDecoder;
import app.likeness.pictures.metadata.ExifReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Starts another JVM, since libraries are loaded once a process.
class NativeLibrariesTest {
  @Test
  void unpacksWhereItIsToldAndWritesNothingToTheTerminal(@TempDir Path cache)
      throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                cache.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(child.getInputStream().readAllBytes(), UTF_8);
    assertThat(child.waitFor()).as(said).isZero();
    assertThat(said).isEqualTo("3\n");
    try (Stream<Path> unpacked = Files.walk(cache)) {
      List<String> names = unpacked.map(path -> path.getFileName().toString()).toList();
      assertThat(names).anyMatch(name -> name.contains("jnileptonica"));
      assertThat(names).anyMatch(name -> name.contains("jniavcodec"));
    }
  }

  static final class Child {
    private Child() {}

    public static void main(String[] args) {
      NativeLibraries.unpackInto(Path.of(args[0]));
      PictureReader reader =
          new ContentReader(
              List.of(new LeptonicaDecoder(), new FfmpegDecoder()), new ExifReader());
      long read =
          Stream.of("quarters.heic", "quarters-5.tif", "quarters-p3.webp")
              .map(Samples::bytes)
              .filter(data -> reader.read(data, 100).warning() == null)
              .count();
      System.out.print(read + "\n");
    }
  }
}
