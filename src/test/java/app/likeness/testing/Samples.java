package app.likeness.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// The real photos that the build has fetched for tests, and copies of them that count as others.
public final class Samples {
  public static final int COUNT = 6;

  private Samples() {}

  /// `sample1.jpg` to `sample6.jpg`: photos with faces.
  public static Path photo(int n) {
    return Path.of("target", "test-photos", "sample" + n + ".jpg").toAbsolutePath();
  }

  public static List<Path> all() {
    return IntStream.rangeClosed(1, COUNT).mapToObj(Samples::photo).toList();
  }

  /// The same pixels under another hash: a comment segment (FF FE) after the start of the JPEG.
  public static byte[] remarked(int n, String remark) {
    try {
      byte[] jpeg = Files.readAllBytes(photo(n));
      byte[] text = remark.getBytes(StandardCharsets.UTF_8);
      var out = new ByteArrayOutputStream();
      out.write(jpeg, 0, 2);
      out.write(0xFF);
      out.write(0xFE);
      out.write((text.length + 2) >> 8);
      out.write((text.length + 2) & 0xFF);
      out.write(text);
      out.write(jpeg, 2, jpeg.length - 2);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes such a copy into a folder.
  public static Path remarked(int n, String remark, Path folder) {
    try {
      return Files.write(folder.resolve(remark + "-" + n + ".jpg"), remarked(n, remark));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
