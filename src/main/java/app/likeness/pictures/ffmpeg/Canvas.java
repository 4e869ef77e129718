package app.likeness.pictures.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_image_copy_plane;
import static org.bytedeco.ffmpeg.global.avutil.av_image_fill_black;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_count_planes;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import app.likeness.pictures.Picture;
import app.likeness.pictures.Unreadable;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.javacpp.SizeTPointer;

/// Puts tiles together as they were coded, then makes RGB of the whole; freed on close.
final class Canvas implements AutoCloseable {
  private static final int TOO_LITTLE = 10;

  private final Layout layout;
  private final AVFrame whole = av_frame_alloc();
  private long covered;

  Canvas(Layout layout) {
    this.layout = layout;
  }

  void put(AVFrame tile, Layout.Tile place) {
    if (whole.width() == 0) {
      prepare(tile);
    } else if (tile.format() != whole.format()) {
      return; // tiles are coded alike; what differs is damaged
    }
    int width = Math.min(tile.width(), whole.width() - place.left());
    int height = Math.min(tile.height(), whole.height() - place.top());
    if (width < 1 || height < 1 || place.left() < 0 || place.top() < 0) {
      return;
    }
    copy(tile, place, width, height);
    covered += (long) width * height;
  }

  private void copy(AVFrame tile, Layout.Tile place, int width, int height) {
    AVPixFmtDescriptor kind = av_pix_fmt_desc_get(tile.format());
    for (int plane = 0; plane < av_pix_fmt_count_planes(tile.format()); plane++) {
      boolean chroma = plane == 1 || plane == 2;
      int across = chroma ? kind.log2_chroma_w() : 0;
      int down = chroma ? kind.log2_chroma_h() : 0;
      int step = kind.comp(plane).step();
      int row = place.top() >> down;
      int column = (place.left() >> across) * step;
      av_image_copy_plane(
          whole.data(plane).getPointer((long) row * whole.linesize(plane) + column),
          whole.linesize(plane),
          tile.data(plane),
          tile.linesize(plane),
          shrunk(width, across) * step,
          shrunk(height, down));
    }
  }

  private static int shrunk(int side, int shift) {
    return (side + (1 << shift) - 1) >> shift;
  }

  /// How much of the picture no tile has covered.
  ///
  /// @throws app.likeness.model.GalleryException.Unsupported where next to nothing came
  int missingPercent() {
    long percent = Math.min(100, 100 * covered / ((long) layout.width() * layout.height()));
    if (percent < TOO_LITTLE) {
      throw covered == 0 ? Unreadable.damaged() : Unreadable.truncated();
    }
    return (int) (100 - percent);
  }

  /// The whole in RGB, its long side so many pixels, or fewer where it has fewer.
  Picture picture(int longSide) {
    return Rgb.opaque(whole, longSide);
  }

  @Override
  public void close() {
    av_frame_free(whole);
  }

  /// Takes the file's word on how it is coded, then the codec's, then what HEIF says of neither.
  private void prepare(AVFrame tile) {
    whole.width(layout.width());
    whole.height(layout.height());
    whole.format(tile.format());
    Layout.Colors said = layout.colors();
    boolean unsaid = said.matrix() == Layout.Colors.UNSAID;
    int matrix = unsaid ? tile.colorspace() : said.matrix();
    whole.colorspace(matrix == AVCOL_SPC_UNSPECIFIED ? AVCOL_SPC_SMPTE170M : matrix);
    int range = said.fullRange() ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG;
    whole.color_range(unsaid ? tile.color_range() : range);
    Rgb.reserve(whole);
    try (SizeTPointer strides = new SizeTPointer(4)) {
      for (int i = 0; i < 4; i++) {
        strides.put(i, whole.linesize(i));
      }
      av_image_fill_black(
          whole.data(), strides, whole.format(), whole.color_range(), whole.width(), whole.height());
    }
  }
}
