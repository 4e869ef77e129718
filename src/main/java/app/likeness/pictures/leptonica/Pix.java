package app.likeness.pictures.leptonica;

import static org.bytedeco.leptonica.global.leptonica.L_SEVERITY_NONE;
import static org.bytedeco.leptonica.global.leptonica.REMOVE_CMAP_BASED_ON_SRC;
import static org.bytedeco.leptonica.global.leptonica.pixConvertTo32;
import static org.bytedeco.leptonica.global.leptonica.pixCreateNoInit;
import static org.bytedeco.leptonica.global.leptonica.pixDestroy;
import static org.bytedeco.leptonica.global.leptonica.pixGetData;
import static org.bytedeco.leptonica.global.leptonica.pixRemoveAlpha;
import static org.bytedeco.leptonica.global.leptonica.pixRemoveColormap;
import static org.bytedeco.leptonica.global.leptonica.pixScale;
import static org.bytedeco.leptonica.global.leptonica.pixScaleAreaMapToSize;
import static org.bytedeco.leptonica.global.leptonica.setMsgSeverity;

import app.likeness.pictures.Picture;
import app.likeness.pictures.Unreadable;
import java.nio.IntBuffer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.leptonica.PIX;
import org.jspecify.annotations.Nullable;

/// A picture in leptonica's own memory, freed on close; used by one thread.
final class Pix implements AutoCloseable {
  private static final int RGBA = 4;

  static {
    setMsgSeverity(L_SEVERITY_NONE); // it would write to the standard error stream
  }

  private PIX handle;

  /// Takes over what leptonica made.
  ///
  /// @throws app.likeness.model.GalleryException.Unsupported where it made nothing
  Pix(@Nullable PIX made) {
    handle = required(made);
  }

  static Pix of(Picture picture) {
    int[] pixels = picture.pixels();
    Pix pix = new Pix(pixCreateNoInit(picture.width(), picture.height(), 32));
    IntBuffer data = data(pix.handle);
    for (int i = 0; i < pixels.length; i++) {
      data.put(i, pixels[i] << 8);
    }
    return pix;
  }

  PIX handle() {
    return handle;
  }

  int width() {
    return handle.w();
  }

  int height() {
    return handle.h();
  }

  /// Makes it 32 bits a pixel, whatever it was: no palette, no grey, no alpha (white shines through).
  void flatten() {
    if (handle.colormap() != null) {
      become(pixRemoveColormap(handle, REMOVE_CMAP_BASED_ON_SRC));
    }
    if (handle.d() == 32 && handle.spp() == RGBA) {
      become(pixRemoveAlpha(handle));
    }
    if (handle.d() != 32) {
      become(pixConvertTo32(handle));
    }
  }

  /// Scales by area average where it shrinks, between neighbours where it grows.
  void scale(int width, int height) {
    if (width > width()) {
      become(pixScale(handle, (float) width / width(), (float) height / height()));
    } else if (width != width() || height != height()) {
      become(pixScaleAreaMapToSize(handle, width, height));
    }
  }

  /// Scales down so that the long side has so many pixels; never up.
  void shrink(int longSide) {
    int longer = Math.max(width(), height());
    if (longer > longSide) {
      double factor = (double) longSide / longer;
      scale(scaled(width(), factor), scaled(height(), factor));
    }
  }

  /// The pixels of a picture of 32 bits a pixel.
  Picture picture() {
    int[] pixels = new int[width() * height()];
    IntBuffer data = data(handle);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = data.get(i) >>> 8 | 0xFF000000;
    }
    return new Picture(width(), height(), pixels);
  }

  @Override
  public void close() {
    pixDestroy(handle);
  }

  private void become(@Nullable PIX next) {
    PIX old = handle;
    handle = required(next);
    pixDestroy(old);
  }

  private static IntBuffer data(PIX handle) {
    IntPointer data = pixGetData(handle);
    return data.capacity((long) handle.w() * handle.h()).asBuffer();
  }

  private static PIX required(@Nullable PIX made) {
    if (made == null || made.isNull()) {
      throw Unreadable.damaged();
    }
    return made;
  }

  private static int scaled(int side, double factor) {
    return Math.max(1, (int) Math.round(side * factor));
  }
}
