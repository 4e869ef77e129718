package app.likeness.ui.controls;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/// The pictures used last, as many as fit into a number of bytes.
final class PictureCache {
  /// @param longSide as asked for, 0 for as many pixels as it has
  record Name(String key, int longSide) {}

  private static final int BYTES_A_PIXEL = 4;

  private final LinkedHashMap<Name, Image> pictures = new LinkedHashMap<>(64, 0.75f, true);
  private final long budget;
  private long held;

  PictureCache(long budget) {
    this.budget = budget;
  }

  @Nullable Image get(Name name) {
    return pictures.get(name);
  }

  void put(Name name, Image picture) {
    Image before = pictures.put(name, picture);
    held += bytes(picture) - (before == null ? 0 : bytes(before));
    var oldest = pictures.entrySet().iterator();
    while (held > budget && pictures.size() > 1) {
      Map.Entry<Name, Image> gone = oldest.next();
      held -= bytes(gone.getValue());
      oldest.remove();
    }
  }

  long held() {
    return held;
  }

  private static long bytes(Image picture) {
    return Math.round(picture.getWidth() * picture.getHeight() * BYTES_A_PIXEL);
  }
}
