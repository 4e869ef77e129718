package app.likeness.catalog.sqlite;

import app.likeness.model.Decision;
import app.likeness.model.Decision.Confirm;
import app.likeness.model.Decision.Hide;
import app.likeness.model.Decision.Name;
import app.likeness.model.Decision.Reject;
import app.likeness.model.Decision.Same;
import app.likeness.model.Decision.Undo;
import app.likeness.model.FaceId;
import app.likeness.model.PersonId;
import app.likeness.model.PhotoId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A decision as a row of `decisions`; a Reject takes one for each person it names.
///
/// @param place of the decision in its act
/// @param other who a Same is shown as
/// @param number what a Hide says (1 or 0), or the act that an Undo takes back
record DecisionRow(
    int place,
    String kind,
    @Nullable FaceId face,
    @Nullable PersonId person,
    @Nullable PersonId other,
    @Nullable String name,
    long number) {

  static List<DecisionRow> of(Session session, long seq) {
    return session.list(
        """
        SELECT place, kind, photoId, n, personId, otherId, name, number FROM decisions
        WHERE seq = ? ORDER BY place""",
        DecisionRow::read,
        seq);
  }

  private static DecisionRow read(ResultSet row) throws SQLException {
    String photo = row.getString("photoId");
    return new DecisionRow(
        row.getInt("place"),
        row.getString("kind"),
        photo == null ? null : new FaceId(new PhotoId(photo), row.getInt("n")),
        person(row.getString("personId")),
        person(row.getString("otherId")),
        row.getString("name"),
        row.getLong("number"));
  }

  private static @Nullable PersonId person(@Nullable String id) {
    return id == null ? null : new PersonId(id);
  }

  static void write(Session session, long seq, int place, Decision decision) {
    for (DecisionRow row : rows(place, decision)) {
      session.run(
          """
          INSERT INTO decisions (seq, place, kind, photoId, n, personId, otherId, name, number)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
          seq,
          place,
          row.kind,
          row.face == null ? null : row.face.photo().value(),
          row.face == null ? null : (Integer) row.face.n(),
          row.person == null ? null : row.person.value(),
          row.other == null ? null : row.other.value(),
          row.name,
          row.number);
    }
  }

  private static List<DecisionRow> rows(int place, Decision decision) {
    return switch (decision) {
      case Confirm(FaceId face, PersonId person) ->
          List.of(new DecisionRow(place, "Confirm", face, person, null, null, 0));
      case Reject(FaceId face, Set<PersonId> persons) when persons.isEmpty() ->
          List.of(new DecisionRow(place, "Reject", face, null, null, null, 0));
      case Reject(FaceId face, Set<PersonId> persons) ->
          persons.stream()
              .map(person -> new DecisionRow(place, "Reject", face, person, null, null, 0))
              .toList();
      case Same(PersonId person, PersonId into) ->
          List.of(new DecisionRow(place, "Same", null, person, into, null, 0));
      case Name(PersonId person, String name) ->
          List.of(new DecisionRow(place, "Name", null, person, null, name, 0));
      case Hide(PersonId person, boolean hidden) ->
          List.of(new DecisionRow(place, "Hide", null, person, null, null, hidden ? 1 : 0));
      case Undo(long act) -> List.of(new DecisionRow(place, "Undo", null, null, null, null, act));
    };
  }

  /// The decision that these rows of one place are.
  static Decision decision(List<DecisionRow> rows) {
    DecisionRow first = rows.getFirst();
    return switch (first.kind) {
      case "Confirm" -> new Confirm(some(first.face), some(first.person));
      case "Reject" ->
          new Reject(
              some(first.face),
              rows.stream()
                  .map(DecisionRow::person)
                  .filter(Objects::nonNull)
                  .collect(Collectors.toSet()));
      case "Same" -> new Same(some(first.person), some(first.other));
      case "Name" -> new Name(some(first.person), some(first.name));
      case "Hide" -> new Hide(some(first.person), first.number != 0);
      case "Undo" -> new Undo(first.number);
      default -> throw new IllegalStateException("A decision of kind " + first.kind);
    };
  }

  private static <T> T some(@Nullable T value) {
    return Objects.requireNonNull(value);
  }
}
