package app.likeness.faces.rekognition;

import app.likeness.pictures.Picture;
import app.likeness.pictures.Thumbnails;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.rekognition.model.Image;

/// Any decoded picture as a JPEG that Amazon Rekognition takes.
///
/// It reads JPEG and PNG alone, 5 MB at most when they are sent as bytes, and 80 pixels a side at
/// least (its guidelines and quotas); faces are to be 40 pixels high on a picture of this size.
record ServiceJpeg(Thumbnails thumbnails) {
  static final int MOST_BYTES = 5 << 20;
  static final int LEAST_SIDE = 80;
  private static final int LONG_SIDE = 2048;
  private static final double SMALLER = .75;

  static boolean readable(Picture picture) {
    return Math.min(picture.width(), picture.height()) >= LEAST_SIDE;
  }

  Image of(Picture picture) {
    int side = LONG_SIDE;
    byte[] jpeg = thumbnails.jpeg(thumbnails.scale(picture, side));
    while (jpeg.length > MOST_BYTES) {
      side = (int) (side * SMALLER);
      jpeg = thumbnails.jpeg(thumbnails.scale(picture, side));
    }
    return image(jpeg);
  }

  static Image image(byte[] jpeg) {
    return Image.builder().bytes(SdkBytes.fromByteArrayUnsafe(jpeg)).build();
  }
}
