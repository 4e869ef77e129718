package app.likeness.pictures;

import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/// What the JDK makes of a picture, to compare with.
public final class Jdk {
  private Jdk() {}

  public static Picture read(byte[] data) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(data));
    int width = image.getWidth();
    return new Picture(
        width,
        image.getHeight(),
        image.getRGB(0, 0, width, image.getHeight(), null, 0, width));
  }

  /// By LittleCMS, which the JDK brings along.
  public static int toSrgb(int pixel, byte[] icc) {
    float[] values = {
      (pixel >> 16 & 0xFF) / 255f, (pixel >> 8 & 0xFF) / 255f, (pixel & 0xFF) / 255f
    };
    float[] srgb = new ICC_ColorSpace(ICC_Profile.getInstance(icc)).toRGB(values);
    int result = 0xFF;
    for (float value : srgb) {
      result = result << 8 | Math.round(value * 255);
    }
    return result;
  }
}
