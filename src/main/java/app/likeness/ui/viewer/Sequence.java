package app.likeness.ui.viewer;

import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import javafx.beans.property.ReadOnlyIntegerProperty;
import org.jspecify.annotations.Nullable;

/// The photos that a viewer walks through, in the order of the list it was opened from.
public interface Sequence {
  int size();

  /// Where the viewer is; follows its photo when the list changes.
  int index();

  /// The photo at an index; `null` while it is not in memory, or when there is none.
  @Nullable Photo at(int index);

  /// Goes to a photo, which brings it and its neighbours into memory.
  void go(int index);

  /// Tells that a photo was deleted.
  void gone(PhotoId photo);

  /// Changes whenever photos come into memory or the list changes.
  ReadOnlyIntegerProperty versionProperty();
}
