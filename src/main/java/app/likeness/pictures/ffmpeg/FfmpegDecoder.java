package app.likeness.pictures.ffmpeg;

import app.likeness.model.GalleryException;
import app.likeness.model.PictureType;
import app.likeness.pictures.Decoder;
import app.likeness.pictures.Frame;
import app.likeness.pictures.Header;
import app.likeness.pictures.Picture;
import app.likeness.pictures.Unreadable;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Decodes with ffmpeg: the still pictures of phones, whose container is read by hand, and BMP.
public final class FfmpegDecoder implements Decoder {
  @Override
  public Set<PictureType> types() {
    return Set.of(PictureType.BMP, PictureType.HEIC, PictureType.AVIF);
  }

  @Override
  public Header header(byte[] data, PictureType type) {
    return type == PictureType.BMP ? new Bmp(data).header() : heif(data, type);
  }

  private static Header heif(byte[] data, PictureType type) {
    Layout layout = Layout.of(items(data));
    return new Header(
        type, layout.width(), layout.height(), layout.orientation(), layout.colors().profile());
  }

  @Override
  public Frame decode(byte[] data, Header header, int longSide) {
    return header.type() == PictureType.BMP ? bmp(new Bmp(data), longSide) : heif(data, longSide);
  }

  private static Frame bmp(Bmp bmp, int longSide) {
    AtomicReference<@Nullable Picture> made = new AtomicReference<>();
    try (TileDecoder decoder = TileDecoder.bmp()) {
      decoder.decode(
          bmp.coded(),
          frame ->
              made.set(
                  bmp.hasAlpha() ? Rgb.onWhite(frame, longSide) : Rgb.opaque(frame, longSide)));
    }
    Picture picture = made.get();
    if (picture == null) {
      throw Unreadable.damaged();
    }
    return new Frame(picture, null);
  }

  private static Frame heif(byte[] data, int longSide) {
    Items items = items(data);
    Layout layout = Layout.of(items);
    try (TileDecoder decoder = TileDecoder.of(layout);
        Canvas canvas = new Canvas(layout)) {
      for (Layout.Tile tile : layout.tiles()) {
        items
            .bytes(tile.item())
            .ifPresent(coded -> decoder.decode(coded, frame -> canvas.put(frame, tile)));
      }
      int missing = canvas.missingPercent();
      return new Frame(canvas.picture(longSide), warning(missing));
    }
  }

  private static Items items(byte[] data) {
    try {
      return new Items(data);
    } catch (GalleryException e) {
      throw e;
    } catch (RuntimeException _) {
      throw Unreadable.damaged();
    }
  }

  private static @Nullable String warning(int missing) {
    return missing == 0
        ? null
        : "%d %% of the picture are missing; copy it again from where it came.".formatted(missing);
  }
}
