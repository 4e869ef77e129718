package app.likeness.pictures.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB32;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INT;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import app.likeness.model.GalleryException.Unavailable;
import app.likeness.pictures.Picture;
import app.likeness.pictures.Unreadable;
import java.nio.IntBuffer;
import java.util.function.IntUnaryOperator;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;

/// Makes pixels of what a codec has made.
final class Rgb {
  private static final int OPAQUE = 0xFF000000;

  private Rgb() {}

  /// In RGB whatever it was, its long side so many pixels, or fewer where it has fewer.
  static Picture opaque(AVFrame frame, int longSide) {
    return picture(frame, longSide, pixel -> pixel | OPAQUE);
  }

  /// As [#opaque], but white shines through where its alpha lets it.
  static Picture onWhite(AVFrame frame, int longSide) {
    return picture(frame, longSide, Rgb::onWhite);
  }

  private static Picture picture(AVFrame frame, int longSide, IntUnaryOperator pixel) {
    double factor = Math.min(1, (double) longSide / Math.max(frame.width(), frame.height()));
    AVFrame rgb = av_frame_alloc();
    SwsContext scaler = sws_alloc_context();
    try {
      rgb.width(Math.max(1, (int) Math.round(frame.width() * factor)));
      rgb.height(Math.max(1, (int) Math.round(frame.height() * factor)));
      rgb.format(AV_PIX_FMT_RGB32());
      rgb.colorspace(AVCOL_SPC_RGB);
      rgb.color_range(AVCOL_RANGE_JPEG);
      reserve(rgb);
      scaler.flags(SWS_BILINEAR | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT);
      if (sws_scale_frame(scaler, rgb, frame) < 0) {
        throw Unreadable.damaged();
      }
      return copy(rgb, pixel);
    } finally {
      sws_free_context(scaler);
      av_frame_free(rgb);
    }
  }

  static void reserve(AVFrame frame) {
    if (av_frame_get_buffer(frame, 0) < 0) {
      throw new Unavailable("There is no memory left to read a picture.", null);
    }
  }

  private static Picture copy(AVFrame rgb, IntUnaryOperator pixel) {
    int width = rgb.width();
    int height = rgb.height();
    int stride = rgb.linesize(0) / Integer.BYTES;
    BytePointer data = rgb.data(0);
    IntBuffer rows = new IntPointer(data).capacity((long) stride * height).asBuffer();
    int[] pixels = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = pixel.applyAsInt(rows.get(y * stride + x));
      }
    }
    return new Picture(width, height, pixels);
  }

  private static int onWhite(int pixel) {
    int alpha = pixel >>> 24;
    int result = 0xFF;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int color = pixel >> shift & 0xFF;
      result = result << 8 | (color * alpha + 255 * (255 - alpha) + 127) / 255;
    }
    return result;
  }
}
