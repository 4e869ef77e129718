package app.likeness.catalog.sqlite;

import app.likeness.catalog.Changes;
import app.likeness.catalog.Cursor;
import app.likeness.model.PersonId;
import app.likeness.model.PhotoId;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The table `changes`: which photos and persons changed last, each once, in order of revision.
final class Feed {
  private static final String PHOTO = "photo";
  private static final String PERSON = "person";
  private static final String ALL = "all";
  /// Who asks from farther back than this many revisions reads everything again.
  private static final int KEPT = 10_000;
  /// More changes than this are not worth telling one by one.
  private static final int TOLD = 1_000;

  private Feed() {}

  static void photo(Session session, PhotoId id) {
    note(session, PHOTO, id.value());
  }

  static void person(Session session, String id) {
    note(session, PERSON, id);
  }

  /// A photo is gone, and its id with it.
  static void erased(Session session, PhotoId id) {
    gone(session, PHOTO, id.value());
  }

  /// A person is gone.
  static void erased(Session session, String person) {
    gone(session, PERSON, person);
  }

  private static void gone(Session session, String kind, String id) {
    session.run("DELETE FROM changes WHERE kind = ? AND id = ?", kind, id);
    note(session, ALL, "");
  }

  private static void note(Session session, String kind, String id) {
    session.run("INSERT OR REPLACE INTO changes (kind, id) VALUES (?, ?)", kind, id);
    session.run("DELETE FROM changes WHERE rev <= (SELECT max(rev) FROM changes) - ?", KEPT);
  }

  static Changes since(Session session, @Nullable String cursor) {
    long last = session.number("SELECT max(rev) FROM changes");
    String next = Cursor.of(last);
    if (cursor == null) {
      return new Changes(Set.of(), Set.of(), false, next);
    }
    long since = Cursor.number(Cursor.parts(cursor, 1).getFirst());
    boolean lost = since > last || since < last - KEPT; // another file's, or too old
    if (lost || session.number("SELECT count(*) FROM changes WHERE rev > ?", since) > TOLD) {
      return new Changes(Set.of(), Set.of(), true, next);
    }
    return collect(session, since, next);
  }

  private static Changes collect(Session session, long since, String next) {
    Set<PhotoId> photos = new HashSet<>();
    Set<PersonId> persons = new HashSet<>();
    boolean all = false;
    for (Entry entry :
        session.list(
            "SELECT kind, id FROM changes WHERE rev > ?",
            row -> new Entry(row.getString(1), row.getString(2)),
            since)) {
      switch (entry.kind()) {
        case PHOTO -> photos.add(new PhotoId(entry.id()));
        case PERSON -> persons.add(new PersonId(entry.id()));
        default -> all = true;
      }
    }
    return new Changes(photos, persons, all, next);
  }

  private record Entry(String kind, String id) {}
}
