package app.likeness.catalog.dynamodb;

import app.likeness.catalog.Cursor;
import app.likeness.catalog.Note;
import app.likeness.catalog.NoteTable;
import app.likeness.model.Page;
import app.likeness.model.PhotoId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The notes in `Decisions`, a partition for each kind, by the hash of their names.
///
/// A photo's item lists the notes about it, as `kind` and number.
final class DynamoNotes implements NoteTable {
  private static final String PARTITION = "note#";
  private static final String OF_PHOTO = "notes";
  private static final String BETWEEN = " ";

  private final Writer writer;

  DynamoNotes(Writer writer) {
    this.writer = writer;
  }

  @Override
  public void put(Note note) {
    writer.write(
        unit -> {
          PhotoId photo = note.photo();
          if (photo == null || mention(unit, photo, note)) {
            unit.put(
                Table.DECISIONS,
                Item.empty()
                    .text("gallery", PARTITION + note.kind())
                    .number("seq", number(note.name()))
                    .text("name", note.name())
                    .text("value", note.value())
                    .text("photoId", photo)
                    .done());
          }
          return true;
        });
  }

  /// Answers false when there is no such photo.
  private static boolean mention(Unit unit, PhotoId photo, Note note) {
    Optional<Item> item = PhotoRow.find(unit, photo);
    item.ifPresent(
        before -> {
          Set<String> notes = new HashSet<>(before.texts(OF_PHOTO));
          notes.add(note.kind() + BETWEEN + number(note.name()));
          unit.put(Table.PHOTOS, before.change().texts(OF_PHOTO, notes).done());
        });
    return item.isPresent();
  }

  /// Removes what is noted about a photo.
  static void strike(Unit unit, PhotoId photo) {
    Set<String> notes =
        PhotoRow.find(unit, photo).map(item -> item.texts(OF_PHOTO)).orElse(Set.of());
    for (String each : notes) {
      int at = each.lastIndexOf(BETWEEN);
      Key key =
          Table.DECISIONS.key(PARTITION + each.substring(0, at), each.substring(at + 1));
      unit.get(key)
          .filter(note -> photo.value().equals(note.raw("photoId")))
          .ifPresent(_ -> unit.remove(key));
    }
  }

  @Override
  public Optional<Note> find(String kind, String name) {
    return writer
        .view()
        .get(key(kind, name))
        .filter(item -> name.equals(item.raw("name")))
        .map(item -> read(kind, item));
  }

  @Override
  public boolean remove(String kind, String name) {
    return writer.write(
        unit -> {
          boolean there = unit.get(key(kind, name)).isPresent();
          if (there) {
            unit.remove(key(kind, name));
          }
          return there;
        });
  }

  @Override
  public Page<Note> of(String kind, @Nullable String cursor, int limit) {
    String after = cursor == null ? null : Cursor.parts(cursor, 1).getFirst();
    Query query =
        Query.of(Table.DECISIONS, PARTITION + kind).after(after).fetching(Cursor.limit(limit) + 1);
    return Cursor.page(
            writer.view().query(query), limit, item -> Cursor.of(item.number("seq")))
        .map(item -> read(kind, item));
  }

  private static Note read(String kind, Item item) {
    String photo = item.raw("photoId");
    return new Note(
        kind,
        item.text("name", ""),
        item.text("value", ""),
        photo == null ? null : new PhotoId(photo));
  }

  private static Key key(String kind, String name) {
    return Table.DECISIONS.key(PARTITION + kind, number(name));
  }

  /// A name as a sort key: the first 53 bits of its SHA-256, which a double holds, too.
  private static long number(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong() >>> 11;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
