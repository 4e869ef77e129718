package app.likeness.pictures.leptonica;

import static org.bytedeco.leptonica.global.leptonica.L_JPEG_CONTINUE_WITH_BAD_DATA;
import static org.bytedeco.leptonica.global.leptonica.pixReadMem;
import static org.bytedeco.leptonica.global.leptonica.pixReadMemJpeg;

import app.likeness.model.PictureType;
import app.likeness.pictures.Decoder;
import app.likeness.pictures.Frame;
import app.likeness.pictures.Header;
import app.likeness.pictures.Picture;
import app.likeness.pictures.Unreadable;
import java.util.EnumSet;
import java.util.Set;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;

/// Decodes with leptonica, and with the codec libraries that it brings along.
public final class LeptonicaDecoder implements Decoder {
  /// How much larger than asked a picture may stay: to scale it would cost more than it spares.
  private static final double ROOMY = 1.4;

  @Override
  public Set<PictureType> types() {
    return EnumSet.range(PictureType.JPEG, PictureType.TIFF);
  }

  @Override
  public Header header(byte[] data, PictureType type) {
    Header header =
        switch (type) {
          case JPEG -> new JpegHeader(data).read();
          case PNG -> new PngChunks(data).header();
          case WEBP -> new WebpChunks(data).header();
          case GIF -> new Gif(data).header();
          case TIFF -> new TiffTags(data).header();
          case BMP, HEIC, AVIF -> throw new IllegalArgumentException(type.name());
        };
    if (header.width() < 1 || header.height() < 1) {
      throw Unreadable.damaged();
    }
    return header;
  }

  @Override
  public Frame decode(byte[] data, Header header, int longSide) {
    return switch (header.type()) {
      case JPEG -> jpeg(data, reduction(header.longSide(), longSide), longSide);
      case PNG -> whole(new PngChunks(data).pixelsAlone(), longSide);
      case WEBP -> whole(new WebpChunks(data).firstFrame(), longSide);
      case GIF -> whole(new Gif(data).firstFrame(), longSide);
      case TIFF -> whole(new TiffTags(data).unturned(), longSide);
      default -> whole(data, longSide);
    };
  }

  private static Frame whole(byte[] data, int longSide) {
    try (BytePointer bytes = new BytePointer(data);
        Pix pix = new Pix(pixReadMem(bytes, data.length))) {
      return new Frame(picture(pix, longSide), null);
    }
  }

  private static Frame jpeg(byte[] data, int reduction, int longSide) {
    try (BytePointer bytes = new BytePointer(data);
        IntPointer warnings = new IntPointer(1L);
        Pix pix =
            new Pix(
                pixReadMemJpeg(
                    bytes,
                    data.length,
                    0,
                    reduction,
                    warnings,
                    L_JPEG_CONTINUE_WITH_BAD_DATA))) {
      Picture picture = picture(pix, longSide);
      return new Frame(picture, warnings.get() == 0 ? null : Damage.of(picture));
    }
  }

  /// libjpeg can leave out fine detail while it decodes, which is quicker than to scale afterwards.
  private static int reduction(int has, int wanted) {
    int reduction = 8;
    while (reduction > 1 && (has + reduction - 1) / reduction < wanted) {
      reduction /= 2;
    }
    return reduction;
  }

  private static Picture picture(Pix pix, int longSide) {
    pix.flatten();
    if (Math.max(pix.width(), pix.height()) > longSide * ROOMY) {
      pix.shrink(longSide);
    }
    return pix.picture();
  }
}
