package app.likeness.pictures.ffmpeg;

import app.likeness.model.GalleryException;
import app.likeness.model.PictureType;
import app.likeness.pictures.Decoder;
import app.likeness.pictures.Frame;
import app.likeness.pictures.Header;
import app.likeness.pictures.Unreadable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decodes the still pictures of phones: the container by hand, what is coded in it with ffmpeg.
public final class FfmpegDecoder implements Decoder {
  @Override
  public Set<PictureType> types() {
    return Set.of(PictureType.HEIC, PictureType.AVIF);
  }

  @Override
  public Header header(byte[] data, PictureType type) {
    Layout layout = Layout.of(items(data));
    return new Header(
        type, layout.width(), layout.height(), layout.orientation(), layout.colors().profile());
  }

  @Override
  public Frame decode(byte[] data, Header header, int longSide) {
    Items items = items(data);
    Layout layout = Layout.of(items);
    try (TileDecoder decoder = new TileDecoder(layout);
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
