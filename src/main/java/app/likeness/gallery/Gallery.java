package app.likeness.gallery;

import app.likeness.catalog.Changes;
import app.likeness.catalog.Totals;
import org.jspecify.annotations.Nullable;

/// The one noun: everything that the window, the command line and the web may ask of a gallery.
///
/// Methods block; call them off the JavaFX thread. All may throw a
/// [app.likeness.model.GalleryException], whose message can be shown.
public interface Gallery extends AutoCloseable {
  Uploads uploads();

  Photos photos();

  People people();

  Charts charts();

  /// What changed since a cursor, by whomever; with `null`, only where to ask from.
  Changes changes(@Nullable String cursor);

  Totals totals();

  @Override
  void close();
}
