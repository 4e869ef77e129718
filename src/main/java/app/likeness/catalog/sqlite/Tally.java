package app.likeness.catalog.sqlite;

import app.likeness.model.PhotoId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps counts, covers and spans of the shown persons true through one change of the tables.
///
/// Counts follow by what each photo adds or takes, so a change costs what it touches, however large
/// a person is; only a merge counts anew.
final class Tally {
  private static final String OWNERS =
      """
      SELECT f.own, p.shown FROM faces f JOIN persons p ON p.personId = f.own
      WHERE f.photoId = ?""";
  private static final String PROPOSED =
      """
      SELECT DISTINCT q.personId FROM proposals q JOIN faces f ON f.id = q.face
      WHERE f.photoId = ?""";
  private static final String COUNT =
      """
      SELECT count(DISTINCT f.photoId), count(*)
      FROM persons m JOIN faces f ON f.own = m.personId WHERE m.shown = ?""";
  /// The best face of each member by index, and the best of these.
  private static final String COVER =
      """
      SELECT f.photoId, f.n, f.thumbKey
      FROM persons m JOIN faces f ON f.id = (
        SELECT id FROM faces WHERE own = m.personId ORDER BY quality DESC, photoId, n LIMIT 1)
      WHERE m.shown = ? ORDER BY f.quality DESC, f.photoId, f.n LIMIT 1""";
  private static final String SETTLE =
      """
      UPDATE persons SET photoCount = photoCount + ?, faceCount = faceCount + ?,
        repFace = ?, repThumbKey = ?,
        first = (SELECT min((SELECT min(sortedAt) FROM faces WHERE own = m.personId))
          FROM persons m WHERE m.shown = persons.personId),
        last = (SELECT max((SELECT max(sortedAt) FROM faces WHERE own = m.personId))
          FROM persons m WHERE m.shown = persons.personId)
      WHERE personId = ?""";
  private static final String BLANK =
      """
      UPDATE persons SET name = '', sought = '', hidden = 0, photoCount = 0, faceCount = 0,
        repFace = NULL, repThumbKey = NULL, first = NULL, last = NULL
      WHERE personId = ? AND shown <> personId""";
  private static final String PRUNE =
      """
      DELETE FROM persons WHERE personId = ?1
        AND NOT EXISTS (SELECT 1 FROM faces WHERE own = ?1)
        AND NOT EXISTS (SELECT 1 FROM proposals WHERE personId = ?1)
        AND NOT EXISTS (SELECT 1 FROM decisions WHERE personId = ?1)
        AND NOT EXISTS (SELECT 1 FROM decisions WHERE otherId = ?1)
        AND NOT EXISTS (SELECT 1 FROM persons WHERE shown = ?1 AND personId <> ?1)""";

  private final Session session;
  private final Map<String, Sum> sums = new HashMap<>();
  private final Set<String> recounted = new HashSet<>();
  private final Set<String> doubted = new HashSet<>();

  private Tally(Session session) {
    this.session = session;
  }

  private record Owner(String own, String shown) {}

  private record Sum(int photos, int faces) {
    Sum plus(int photos, int faces) {
      return new Sum(this.photos + photos, this.faces + faces);
    }
  }

  private record Cover(String face, String thumbKey) {}

  /// Does some changes and then writes what they came to.
  static void settling(Session session, Consumer<Tally> changes) {
    Tally tally = new Tally(session);
    changes.accept(tally);
    tally.settle();
  }

  /// Changes the faces of one photo, or whose they are; classes of persons stay.
  void change(PhotoId photo, Runnable change) {
    doubt(session.list(PROPOSED, row -> row.getString(1), photo.value()));
    Map<String, Integer> before = faces(photo);
    change.run();
    Map<String, Integer> after = faces(photo);
    Set<String> classes = new HashSet<>(before.keySet());
    classes.addAll(after.keySet());
    for (String shown : classes) {
      int was = before.getOrDefault(shown, 0);
      int is = after.getOrDefault(shown, 0);
      sums.merge(shown, new Sum(Integer.signum(is) - Integer.signum(was), is - was),
          (all, one) -> all.plus(one.photos(), one.faces()));
    }
  }

  private Map<String, Integer> faces(PhotoId photo) {
    Map<String, Integer> faces = new HashMap<>();
    List<Owner> owners =
        session.list(OWNERS, row -> new Owner(row.getString(1), row.getString(2)), photo.value());
    for (Owner owner : owners) {
      faces.merge(owner.shown(), 1, Integer::sum);
      doubted.add(owner.own());
    }
    return faces;
  }

  /// Notes that a class has gained or lost members.
  void recount(String shown) {
    recounted.add(shown);
  }

  /// Notes persons of whom nothing may be left.
  void doubt(Collection<String> persons) {
    doubted.addAll(persons);
  }

  private void settle() {
    for (String shown : recounted) {
      session.run(BLANK, shown);
      session.run("UPDATE persons SET photoCount = 0, faceCount = 0 WHERE personId = ?", shown);
      sums.put(
          shown,
          session
              .first(COUNT, row -> new Sum(row.getInt(1), row.getInt(2)), shown)
              .orElse(new Sum(0, 0)));
    }
    sums.forEach(this::write);
    doubted.forEach(person -> prune(session, person));
  }

  private void write(String shown, Sum sum) {
    @Nullable Cover cover =
        session
            .first(
                COVER,
                row -> new Cover(FaceRow.id(row).toString(), row.getString("thumbKey")),
                shown)
            .orElse(null);
    session.run(
        SETTLE,
        sum.photos(),
        sum.faces(),
        cover == null ? null : cover.face(),
        cover == null ? null : cover.thumbKey(),
        shown);
    Feed.person(session, shown);
  }

  /// Forgets a person whom nothing names any more: no face, no proposal, no decision.
  static void prune(Session session, String person) {
    if (session.run(PRUNE, person) == 1) {
      Feed.erased(session, person);
    }
  }
}
