package app.likeness.ui.controls;

import app.likeness.pictures.Picture;
import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// Lets JavaFX draw what we decoded.
public final class Pixels {
  private Pixels() {}

  /// Copies nothing; may be called on any thread.
  public static Image image(Picture picture) {
    return new WritableImage(
        new PixelBuffer<>(
            picture.width(),
            picture.height(),
            IntBuffer.wrap(picture.pixels()),
            PixelFormat.getIntArgbPreInstance()));
  }
}
