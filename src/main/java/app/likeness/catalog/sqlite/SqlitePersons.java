package app.likeness.catalog.sqlite;

import app.likeness.catalog.Cursor;
import app.likeness.catalog.PeopleQuery;
import app.likeness.catalog.PersonPhoto;
import app.likeness.catalog.PersonTable;
import app.likeness.catalog.Projected;
import app.likeness.catalog.Projected.Told;
import app.likeness.model.Face;
import app.likeness.model.FaceId;
import app.likeness.model.Page;
import app.likeness.model.Person;
import app.likeness.model.PersonId;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The persons in `persons`, each row with what is kept of them by [Tally].
final class SqlitePersons implements PersonTable {
  private static final String AMONG = " IN (SELECT value FROM json_each(?))";

  private final Sqlite sqlite;

  SqlitePersons(Sqlite sqlite) {
    this.sqlite = sqlite;
  }

  @Override
  public Page<Person> list(PeopleQuery query, @Nullable String cursor, int limit) {
    return sqlite.read(
        session -> PeopleList.in(query.order()).page(session, query, cursor, limit));
  }

  @Override
  public Optional<Person> find(PersonId id) {
    return sqlite.read(
        session ->
            session.first(
                PersonRow.SELECT
                    + " WHERE personId = (SELECT shown FROM persons WHERE personId = ?)",
                PersonRow::read,
                id.value()));
  }

  @Override
  public Page<PersonPhoto> photosOf(PersonId shown, @Nullable String cursor, int limit) {
    Place before = Place.at(cursor);
    return sqlite.read(
        session -> {
          Set<Place> merged = new TreeSet<>(Place.NEWEST_FIRST);
          for (PersonId own : PersonRow.members(session, shown)) {
            merged.addAll(occurrences(session, own, before, Cursor.limit(limit) + 1));
          }
          List<Place> places = merged.stream().limit(limit + 1L).toList();
          List<PersonPhoto> rows = at(session, places, shown);
          return Cursor.page(rows, limit, last -> Place.of(last.photo()).cursor());
        });
  }

  private static List<Place> occurrences(Session session, PersonId own, Place before, int limit) {
    return session.list(
        """
        SELECT DISTINCT sortedAt, photoId FROM faces
        WHERE own = ? AND (sortedAt, photoId) < (?, ?)
        ORDER BY sortedAt DESC, photoId DESC LIMIT ?""",
        row -> new Place(row.getLong(1), row.getString(2)),
        own.value(), before.sortedAt(), before.photo(), limit);
  }

  /// The photos at these places, each with the person's best face on it; all in two queries.
  private static List<PersonPhoto> at(Session session, List<Place> places, PersonId shown) {
    String ids = // ids hold nothing that JSON would escape
        places.stream().map(Place::photo).collect(Collectors.joining("\",\"", "[\"", "\"]"));
    Map<String, Photo> photos = new HashMap<>();
    session
        .list(PhotoRow.SELECT + " WHERE photoId" + AMONG, PhotoRow::read, ids)
        .forEach(photo -> photos.put(photo.id().value(), photo));
    Map<String, Face> best = new HashMap<>();
    session
        .list(
            FaceRow.SELECT
                + " WHERE f.photoId" + AMONG + " AND +p.shown = ? ORDER BY f.quality DESC, f.n",
            FaceRow::read,
            ids, shown.value())
        .forEach(face -> best.putIfAbsent(face.id().photo().value(), face));
    return places.stream()
        .map(Place::photo)
        .map(id -> new PersonPhoto(some(photos.get(id)), some(best.get(id))))
        .toList();
  }

  private static <T> T some(@Nullable T row) {
    return Objects.requireNonNull(row, "an occurrence without its photo or face");
  }

  @Override
  public Set<PersonId> existing(Collection<PersonId> ids) {
    return sqlite.read(
        session -> {
          Set<PersonId> existing = new HashSet<>(ids);
          existing.removeIf(
              id -> !session.exists("SELECT 1 FROM persons WHERE personId = ?", id.value()));
          return existing;
        });
  }

  @Override
  public void apply(Projected change) {
    sqlite.write(
        session -> {
          Tally.settling(
              session,
              tally -> {
                know(session, tally, change);
                move(session, tally, change.own());
                change.shown().forEach((person, as) -> show(session, tally, person, as));
                change.told().forEach(told -> tell(session, told));
              });
          return true;
        });
  }

  private static void know(Session session, Tally tally, Projected change) {
    Set<PersonId> named = new HashSet<>(change.shown().keySet());
    named.addAll(change.shown().values());
    change.told().forEach(told -> named.add(told.person()));
    for (PersonId own : change.own().values()) {
      if (own != null) {
        named.add(own);
      }
    }
    for (PersonId person : named) {
      if (PersonRow.know(session, person)) {
        tally.doubt(Set.of(person.value()));
      }
    }
  }

  private static void move(
      Session session, Tally tally, Map<FaceId, @Nullable PersonId> owners) {
    Map<PhotoId, List<FaceId>> photos = new HashMap<>();
    owners
        .keySet()
        .forEach(face -> photos.computeIfAbsent(face.photo(), _ -> new ArrayList<>()).add(face));
    photos.forEach(
        (photo, faces) -> {
          tally.change(photo, () -> faces.forEach(face -> own(session, face, owners.get(face))));
          Feed.photo(session, photo);
        });
  }

  private static void own(Session session, FaceId face, @Nullable PersonId person) {
    session.run(
        "UPDATE faces SET own = ? WHERE photoId = ? AND n = ?",
        person == null ? null : person.value(), face.photo().value(), face.n());
  }

  private static void show(Session session, Tally tally, PersonId person, PersonId as) {
    String before =
        session
            .first(
                "SELECT shown FROM persons WHERE personId = ?",
                row -> row.getString(1),
                person.value())
            .orElseThrow();
    if (!before.equals(as.value())) {
      session.run(
          "UPDATE persons SET shown = ? WHERE personId = ?", as.value(), person.value());
      tally.recount(before);
      tally.recount(as.value());
      tally.recount(person.value());
      Feed.person(session, person.value());
    }
  }

  private static void tell(Session session, Told told) {
    int changed =
        session.run(
            """
            UPDATE persons SET name = ?1, sought = ?2, hidden = ?3
            WHERE personId = ?4 AND shown = personId AND (name <> ?1 OR hidden <> ?3)""",
            told.name(),
            PeopleQuery.sought(told.name()),
            told.hidden() ? 1 : 0,
            told.person().value());
    if (changed == 1) {
      Feed.person(session, told.person().value());
    }
  }
}
