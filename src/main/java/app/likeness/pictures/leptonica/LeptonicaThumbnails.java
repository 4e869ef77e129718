package app.likeness.pictures.leptonica;

import static org.bytedeco.leptonica.global.leptonica.lept_free;
import static org.bytedeco.leptonica.global.leptonica.pixWriteMemJpeg;

import app.likeness.model.Box;
import app.likeness.model.GalleryException;
import app.likeness.pictures.Picture;
import app.likeness.pictures.Scaling;
import app.likeness.pictures.Thumbnails;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.SizeTPointer;

/// Scales, crops and encodes with leptonica.
public final class LeptonicaThumbnails implements Thumbnails {
  private static final int QUALITY = 85;

  /// The crop's side by the longer side of the face's box: room for hair, ears and chin.
  private static final double ROOM = 1.6;

  @Override
  public Picture scale(Picture picture, int longSide) {
    return Scaling.shrink(picture, longSide);
  }

  @Override
  public Picture crop(Picture picture, Box face, int side) {
    return Scaling.scale(picture, square(picture, face), side, side);
  }

  @Override
  public byte[] jpeg(Picture picture) {
    try (Pix pix = Pix.of(picture);
        PointerPointer<BytePointer> out = new PointerPointer<>(1L);
        SizeTPointer size = new SizeTPointer(1L)) {
      if (pixWriteMemJpeg(out, size, pix.handle(), QUALITY, 0) != 0) {
        throw new GalleryException.Unavailable("There is no memory left for a thumbnail.", null);
      }
      BytePointer encoded = out.get(BytePointer.class);
      try {
        byte[] jpeg = new byte[Math.toIntExact(size.get())];
        encoded.get(jpeg);
        return jpeg;
      } finally {
        lept_free(encoded);
      }
    }
  }

  /// The square around a face, moved inside the picture where it would stick out.
  private static Box square(Picture picture, Box face) {
    int width = picture.width();
    int height = picture.height();
    double longer = Math.max(face.width() * width, face.height() * height);
    double side = Math.clamp(longer * ROOM, 1, Math.min(width, height));
    double left = start((face.left() + face.width() / 2) * width, side, width);
    double top = start((face.top() + face.height() / 2) * height, side, height);
    return new Box(left / width, top / height, side / width, side / height);
  }

  private static double start(double center, double side, int whole) {
    return Math.clamp(center - side / 2, 0, whole - side);
  }
}
