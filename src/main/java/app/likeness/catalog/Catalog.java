package app.likeness.catalog;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The facts of a gallery, in five tables; safe for use by many threads, virtual ones too.
///
/// Writes take effect one after the other; [#serially] makes several of them one. Limits are
/// numbers of rows, cursors are opaque, and every list is complete when paged to its end.
/// Any method may throw [app.likeness.model.GalleryException.Unavailable].
public interface Catalog extends AutoCloseable {
  PhotoTable photos();

  FaceTable faces();

  PersonTable people();

  DecisionLog log();

  NoteTable notes();

  /// Runs work in the order of writes: nobody else writes meanwhile, and all it writes is written
  /// or, when it throws, nothing. Reads inside see its writes. May be nested.
  <T extends @Nullable Object> T serially(Supplier<T> work);

  /// What changed since a cursor; with `null`, nothing but where to ask from.
  Changes changes(@Nullable String cursor);

  Totals totals();

  /// Kept with each change of the faces, so that asking costs next to nothing.
  LookCounts looks();

  Optional<String> setting(String name);

  void setting(String name, String value);

  /// Whether other processes write to it too, at any time.
  default boolean shared() {
    return false;
  }

  @Override
  void close();
}
