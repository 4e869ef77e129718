package app.likeness.pictures.leptonica;

import static org.bytedeco.leptonica.global.leptonica.lept_free;
import static org.bytedeco.leptonica.global.leptonica.pixWriteMemJpeg;

import app.likeness.model.Box;
import app.likeness.model.GalleryException;
import app.likeness.pictures.Picture;
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
    if (Math.max(picture.width(), picture.height()) <= longSide) {
      return picture;
    }
    try (Pix pix = Pix.of(picture)) {
      pix.shrink(longSide);
      return pix.picture();
    }
  }

  @Override
  public Picture crop(Picture picture, Box face, int side) {
    try (Pix pix = Pix.of(cut(picture, face))) {
      pix.scale(side, side);
      return pix.picture();
    }
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
  private static Picture cut(Picture picture, Box face) {
    int width = picture.width();
    int height = picture.height();
    double longer = Math.max(face.width() * width, face.height() * height);
    int side = Math.clamp(Math.round(longer * ROOM), 1, Math.min(width, height));
    int left = start(face.left() + face.width() / 2, side, width);
    int top = start(face.top() + face.height() / 2, side, height);
    int[] square = new int[side * side];
    for (int y = 0; y < side; y++) {
      System.arraycopy(picture.pixels(), (top + y) * width + left, square, y * side, side);
    }
    return new Picture(side, side, square);
  }

  private static int start(double center, int side, int whole) {
    return Math.clamp(Math.round(center * whole - side / 2.0), 0, whole - side);
  }
}
