package app.likeness.pictures.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AV1;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_BMP;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;

import app.likeness.model.GalleryException.Unavailable;
import app.likeness.pictures.PictureReader;
import app.likeness.pictures.Unreadable;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/// Decodes coded pictures one by one, on the thread that asks; freed on close.
final class TileDecoder implements AutoCloseable {
  static {
    av_log_set_level(AV_LOG_QUIET); // it would write to the standard error stream
  }

  private final AVCodecContext context;
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame frame = av_frame_alloc();

  /// For the tiles of a HEIF file.
  static TileDecoder of(Layout layout) {
    boolean hevc = layout.coding().equals("hvc1");
    return new TileDecoder(hevc ? AV_CODEC_ID_HEVC : AV_CODEC_ID_AV1, layout.config());
  }

  /// For BMPs, whole files.
  static TileDecoder bmp() {
    return new TileDecoder(AV_CODEC_ID_BMP, ByteBuffer.allocate(0));
  }

  private TileDecoder(int codecId, ByteBuffer config) {
    AVCodec codec = avcodec_find_decoder(codecId);
    context = avcodec_alloc_context3(codec);
    context.thread_count(1); // one worker a core decodes; more threads would only wait
    context.max_pixels(PictureReader.PIXEL_BUDGET);
    configure(context, config);
    if (avcodec_open2(context, codec, (AVDictionary) null) < 0) {
      close();
      throw Unreadable.damaged();
    }
  }

  /// Hands over the decoded picture, for the duration of the call; none if it is too damaged.
  void decode(byte[] coded, Consumer<AVFrame> use) {
    if (av_new_packet(packet, coded.length) < 0) {
      throw new Unavailable("There is no memory left to read a picture.", null);
    }
    packet.data().put(coded);
    if (avcodec_send_packet(context, packet) >= 0) {
      avcodec_send_packet(context, null); // no more to come: it need not wait for another
      if (avcodec_receive_frame(context, frame) >= 0) {
        use.accept(frame);
      }
    }
    av_packet_unref(packet);
    avcodec_flush_buffers(context);
  }

  /// Gives the codec its settings, which it frees with its context.
  private static void configure(AVCodecContext context, ByteBuffer config) {
    byte[] settings = new byte[config.limit()];
    config.get(0, settings);
    Pointer memory = av_mallocz((long) settings.length + AV_INPUT_BUFFER_PADDING_SIZE);
    context.extradata(new BytePointer(memory).put(settings));
    context.extradata_size(settings.length);
  }

  @Override
  public void close() {
    av_frame_free(frame);
    av_packet_free(packet);
    avcodec_free_context(context);
  }
}
