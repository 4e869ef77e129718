package app.likeness.faces.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.pictures.Picture;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanesTest {
  private static final Picture PICTURE = new Picture(2, 1, new int[] {0xff0a1420, 0xffff8000});

  @Test
  void writesOnePlaneAChannelInTheOrderAskedFor() {
    assertThat(write(NetInput.Channels.RGB, 2, 1, List.of(0f), List.of(1f)))
        .containsExactly(10, 255, 20, 128, 32, 0);
    assertThat(write(NetInput.Channels.BGR, 2, 1, List.of(0f), List.of(1f)))
        .containsExactly(32, 0, 20, 128, 10, 255);
  }

  @Test
  void greyIsLuma() {
    assertThat(write(NetInput.Channels.GREY, 2, 1, List.of(0f), List.of(1f)))
        .containsExactly(18, 151);
  }

  @Test
  void subtractsTheMeanAndDividesByTheScaleOfEachPlane() {
    assertThat(write(NetInput.Channels.RGB, 2, 1, List.of(10f, 20f, 30f), List.of(2f, 4f, 1f)))
        .containsExactly(0, 122.5f, 0, 27, 2, -30);
  }

  @Test
  void padsRightAndBelow() {
    assertThat(write(NetInput.Channels.BGR, 3, 2, List.of(5f), List.of(1f)))
        .containsExactly(27, -5, 2, 2, 2, 2, 15, 123, 2, 2, 2, 2, 5, 250, 2, 2, 2, 2);
  }

  private static float[] write(
      NetInput.Channels channels, int width, int height, List<Float> mean, List<Float> scale) {
    NetInput input = new NetInput("input", width, height, channels, mean, scale, 7);
    FloatBuffer buffer = FloatBuffer.allocate(input.size());
    new Planes(input).write(PICTURE, 0, 0, buffer);
    assertThat(buffer.remaining()).isEqualTo(input.size());
    return buffer.array();
  }
}
