package app.likeness.gallery;

import app.likeness.catalog.Note;
import app.likeness.model.GalleryException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An inbox key that a ticket was given out for.
///
/// @param until when the transfer must have started
/// @param fileName what its sender calls it
/// @param refused why what came could not be taken, `null` while nothing was refused
record Expected(String key, Instant until, String fileName, @Nullable String refused) {
  static final String KIND = "inbox";

  private static final String BETWEEN = "\n";
  private static final int PARTS = 3;

  Note note() {
    String value = String.join(BETWEEN, until.toString(), refused == null ? "" : refused, fileName);
    return new Note(KIND, key, value, null);
  }

  static Expected of(Note note) {
    List<String> parts = List.of(note.value().split(BETWEEN, PARTS));
    String refused = parts.get(1);
    return new Expected(
        note.name(), Instant.parse(parts.getFirst()), parts.getLast(),
        refused.isEmpty() ? null : refused);
  }

  boolean called(String name) {
    return key.equals(name) || fileName.equals(name);
  }

  /// @throws GalleryException.Unsupported when what came was refused
  void check() {
    if (refused != null) {
      throw new GalleryException.Unsupported(refused, null);
    }
  }

  Expected refused(String why) {
    return new Expected(key, until, fileName, why.replace(BETWEEN, " "));
  }
}
