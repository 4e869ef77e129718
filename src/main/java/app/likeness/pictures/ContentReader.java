package app.likeness.pictures;

import app.likeness.model.GalleryException;
import app.likeness.model.PictureType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// Reads every type of picture with the decoder that knows it.
public final class ContentReader implements PictureReader {
  /// Cameras put their preview into the first 64 kB; maker's notes may push it a little further.
  private static final int BEGINNING = 128 << 10;

  private static final int PREVIEW_SIDE = 160;
  private static final int MEGAPIXEL = 1_000_000;

  private final Map<PictureType, Decoder> decoders = new EnumMap<>(PictureType.class);
  private final MetadataReader metadata;

  /// Lets many photos be decoded at once, but of huge pictures only one.
  private final Semaphore megapixels = new Semaphore(megapixels(PIXEL_BUDGET), true);

  /// @param decoders where two know a type, the first is used
  public ContentReader(List<Decoder> decoders, MetadataReader metadata) {
    for (Decoder decoder : decoders) {
      decoder.types().forEach(type -> this.decoders.putIfAbsent(type, decoder));
    }
    this.metadata = metadata;
  }

  @Override
  public PictureType check(byte[] data) {
    return header(data).type();
  }

  @Override
  public Decoded read(byte[] data, int longSide) {
    Header header = header(data);
    Metadata noted = metadata.read(data, header.type());
    Orientation turn =
        header.orientation() == null ? noted.orientation() : header.orientation();
    Frame frame = decode(data, header, longSide);
    if (header.profile() != null) {
      header.profile().toSrgb(frame.stored().pixels()); // nobody else has seen them yet
    }
    boolean swaps = turn.swapsSides();
    return new Decoded(
        turn.upright(frame.stored()),
        header.type(),
        swaps ? header.height() : header.width(),
        swaps ? header.width() : header.height(),
        noted.capture(),
        frame.warning());
  }

  @Override
  public Optional<Picture> placeholder(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty(); // opening a pipe might never end
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(BEGINNING);
      Metadata noted = metadata.read(start, Signature.type(start));
      Metadata.Span preview = noted.preview();
      if (preview == null) {
        return Optional.empty();
      }
      byte[] jpeg = new byte[preview.length()];
      System.arraycopy(start, preview.offset(), jpeg, 0, jpeg.length);
      Frame frame = decode(jpeg, header(jpeg), PREVIEW_SIDE);
      return Optional.of(noted.orientation().upright(frame.stored()));
    } catch (IOException | GalleryException _) {
      return Optional.empty(); // the import itself will say what is wrong with the file
    }
  }

  private Header header(byte[] data) {
    PictureType type = Signature.type(data);
    Header header = decoder(type).header(data, type);
    if (header.pixels() > PIXEL_BUDGET) {
      throw Unreadable.tooLarge(header.width(), header.height());
    }
    return header;
  }

  private Frame decode(byte[] data, Header header, int longSide) {
    int permits = megapixels(header.pixels());
    megapixels.acquireUninterruptibly(permits);
    try {
      return decoder(header.type()).decode(data, header, longSide);
    } finally {
      megapixels.release(permits);
    }
  }

  private Decoder decoder(PictureType type) {
    Decoder decoder = decoders.get(type);
    if (decoder == null) {
      throw Unreadable.notYet("a picture of type " + type.name());
    }
    return decoder;
  }

  private static int megapixels(long pixels) {
    return Math.toIntExact(pixels / MEGAPIXEL) + 1;
  }
}
