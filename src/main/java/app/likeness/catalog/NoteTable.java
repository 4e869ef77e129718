package app.likeness.catalog;

import app.likeness.model.Page;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Notes by kind and name: other names of photos, what is expected to arrive, what is to be done then.
public interface NoteTable {
  /// Writes a note, in the place of an older one of the same kind and name; passed over when it is
  /// about a photo that is not there.
  void put(Note note);

  Optional<Note> find(String kind, String name);

  /// Answers whether there was one.
  boolean remove(String kind, String name);

  /// All of one kind, in an order that stays the same.
  Page<Note> of(String kind, @Nullable String cursor, int limit);
}
