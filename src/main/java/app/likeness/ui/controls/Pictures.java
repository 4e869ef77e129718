package app.likeness.ui.controls;

import java.util.function.Consumer;
import javafx.scene.image.Image;

/// Pictures of objects by key; asked and answered on the UI thread, which it never blocks.
public interface Pictures {
  /// Asks for the picture of an object: answered at once if it is at hand, else later.
  ///
  /// @param longSide pixels to decode it to, 0 for as many as it has
  /// @param missing told one sentence when it cannot be shown
  /// @return takes the wish back, as for a cell that scrolled away
  Wish load(String key, int longSide, Consumer<Image> shown, Consumer<String> missing);

  /// A picture somebody waits for.
  interface Wish {
    Wish NONE = () -> {};

    /// Harmless when it was answered already.
    void cancel();
  }
}
