package app.likeness.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// The small drawn files, four quarters of a colour each, under `src/test/resources/pictures`, made by other people's programs.
public final class Samples {
  public static final int RED = 0xC02020;
  public static final int GREEN = 0x20C020;
  public static final int BLUE = 0x2020C0;
  public static final int YELLOW = 0xC0C020;

  private Samples() {}

  /// What a reader makes of a sample, which must have the colours given, quarter by quarter.
  public static Decoded read(PictureReader reader, String name, int... colors) {
    Decoded decoded = reader.read(bytes(name), 1000);
    assertThat(decoded.warning()).isNull();
    int[] found = Drawn.quartersOf(decoded.picture());
    for (int i = 0; i < colors.length; i++) {
      assertThat(Drawn.distance(found[i], colors[i]))
          .as("%s %d: %x is not %x", name, i, found[i], colors[i])
          .isLessThanOrEqualTo(3);
    }
    return decoded;
  }

  public static byte[] bytes(String name) {
    try (InputStream in = Samples.class.getResourceAsStream("/pictures/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
