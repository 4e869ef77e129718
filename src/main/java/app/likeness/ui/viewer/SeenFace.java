package app.likeness.ui.viewer;

import app.likeness.model.Face;
import app.likeness.model.Person;
import org.jspecify.annotations.Nullable;

/// A face on the photo that is shown, and whose it is.
///
/// @param person `null` while it belongs to nobody
record SeenFace(Face face, @Nullable Person person) {
  /// Empty while nobody named them.
  String name() {
    return person == null ? "" : person.name();
  }
}
