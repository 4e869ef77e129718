package app.likeness.catalog.sqlite;

import app.likeness.catalog.Cursor;
import app.likeness.catalog.FaceTable;
import app.likeness.model.Embedding;
import app.likeness.model.Face;
import app.likeness.model.FaceAttributes;
import app.likeness.model.FaceId;
import app.likeness.model.GalleryException;
import app.likeness.model.Page;
import app.likeness.model.PersonId;
import app.likeness.model.PhotoId;
import app.likeness.model.Proposal;
import app.likeness.model.Thresholds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The faces in `faces`, their vectors in `vectors`, the machine's proposals in `proposals`.
final class SqliteFaces implements FaceTable {
  /// Vectors read at once: about a megabyte, and readers hold up the journal only for a moment.
  private static final int VECTORS = 1_000;
  private static final String PROPOSALS =
      """
      SELECT q.serial, f.photoId, f.n, q.personId, q.score
      FROM proposals q JOIN faces f ON f.id = q.face""";

  private static final String GOOD_VECTORS =
      """
      SELECT v.id AS row, f.photoId, f.n, v.length, v.vector
      FROM vectors v JOIN faces f ON f.id = v.face
      WHERE v.model = ? AND v.length >= ? AND f.pixels >= ?""";

  private final Sqlite sqlite;

  SqliteFaces(Sqlite sqlite) {
    this.sqlite = sqlite;
  }

  @Override
  public List<Face> of(PhotoId photo) {
    return sqlite.read(session -> FaceRow.of(session, photo));
  }

  @Override
  public Map<FaceId, Face> find(Collection<FaceId> ids) {
    return sqlite.read(
        session -> {
          Map<FaceId, Face> found = new HashMap<>();
          ids.forEach(id -> FaceRow.find(session, id).ifPresent(face -> found.put(id, face)));
          return found;
        });
  }

  @Override
  public Page<Face> all(@Nullable String cursor, int limit) {
    List<String> after = cursor == null ? List.of("", "0") : Cursor.parts(cursor, 2);
    List<Face> rows =
        sqlite.read(
            session ->
                session.list(
                    FaceRow.SELECT
                        + " WHERE (f.photoId, f.n) > (?, ?) ORDER BY f.photoId, f.n LIMIT ?",
                    FaceRow::read,
                    after.getFirst(), Cursor.number(after.getLast()), Cursor.limit(limit) + 1));
    return Cursor.page(rows, limit, face -> Cursor.of(face.id().photo(), face.id().n()));
  }

  @Override
  public Page<Face> of(PersonId shown, @Nullable String cursor, int limit) {
    Rank after = cursor == null ? Rank.BEST : Rank.at(cursor);
    List<Face> rows =
        sqlite.read(
            session -> {
              List<Face> merged = new ArrayList<>();
              PersonRow.members(session, shown)
                  .forEach(own -> merged.addAll(after.next(session, own, Cursor.limit(limit) + 1)));
              merged.sort(Rank.BEST_FIRST);
              return merged.stream().limit(limit + 1L).toList();
            });
    return Cursor.page(rows, limit, Rank::cursor);
  }

  @Override
  public int lastNumber(PhotoId photo) {
    return sqlite.read(
        session ->
            (int) session.number("SELECT lastFaceNumber FROM photos WHERE photoId = ?", photo.value()));
  }

  @Override
  public void vectors(String model, Thresholds good, BiConsumer<FaceId, Embedding> each) {
    long last = 0;
    List<Vector> page;
    do {
      long after = last;
      page = sqlite.read(session -> vectors(session, model, good, after));
      for (Vector vector : page) {
        each.accept(vector.face(), vector.embedding());
        last = vector.row();
      }
    } while (page.size() == VECTORS);
  }

  @Override
  public Map<FaceId, FaceAttributes> attributes(PhotoId photo) {
    return sqlite.read(session -> FaceRow.attributes(session, photo));
  }

  @Override
  public void vectors(
      PhotoId photo, String model, Thresholds good, BiConsumer<FaceId, Embedding> each) {
    sqlite
        .read(
            session ->
                session.list(
                    GOOD_VECTORS + " AND f.photoId = ?",
                    row -> Vector.of(row, model),
                    model, good.quality(), good.minPixels(), photo.value()))
        .forEach(vector -> each.accept(vector.face(), vector.embedding()));
  }

  private record Vector(long row, FaceId face, Embedding embedding) {
    static Vector of(ResultSet row, String model) throws SQLException {
      return new Vector(
          row.getLong("row"),
          FaceRow.id(row),
          Embedding.of(model, row.getBytes("vector"), row.getFloat("length")));
    }
  }

  private static List<Vector> vectors(Session session, String model, Thresholds good, long after) {
    return session.list(
        GOOD_VECTORS + " AND v.id > ? ORDER BY v.id LIMIT ?",
        row -> Vector.of(row, model),
        model, good.quality(), good.minPixels(), after, VECTORS);
  }

  @Override
  public Map<FaceId, List<Proposal>> proposals(PhotoId photo) {
    return sqlite.read(
        session -> {
          Map<FaceId, List<Proposal>> proposals = new LinkedHashMap<>();
          session
              .list(
                  PROPOSALS + " WHERE f.photoId = ? ORDER BY q.serial",
                  SqliteFaces::proposal,
                  photo.value())
              .forEach(p -> proposals.computeIfAbsent(p.face(), _ -> new ArrayList<>()).add(p));
          return proposals;
        });
  }

  @Override
  public List<Proposal> since(long serial, int limit) {
    return sqlite.read(
        session ->
            session.list(
                PROPOSALS + " WHERE q.serial > ? ORDER BY q.serial LIMIT ?",
                SqliteFaces::proposal,
                serial, Cursor.limit(limit)));
  }

  private static Proposal proposal(ResultSet row) throws SQLException {
    return new Proposal(
        FaceRow.id(row),
        new PersonId(row.getString("personId")),
        row.getDouble("score"),
        row.getLong("serial"));
  }

  /// @throws GalleryException.NotFound when the face is gone
  @Override
  public Proposal propose(FaceId face, PersonId person, double score) {
    return sqlite.write(
        session -> {
          long row =
              FaceRow.row(session, face)
                  .orElseThrow(() -> new GalleryException.NotFound("There is no face " + face + "."));
          PersonRow.know(session, person);
          session.run(
              "INSERT INTO proposals (face, personId, score) VALUES (?, ?, ?)",
              row, person.value(), score);
          return new Proposal(
              face, person, score, session.number("SELECT max(serial) FROM proposals"));
        });
  }

  @Override
  public void withdraw(Collection<FaceId> faces) {
    sqlite.write(
        session -> {
          faces.forEach(face -> FaceRow.row(session, face).ifPresent(row -> withdraw(session, row)));
          return true;
        });
  }

  private static void withdraw(Session session, long face) {
    List<String> persons =
        session.list(
            "SELECT DISTINCT personId FROM proposals WHERE face = ?", row -> row.getString(1), face);
    session.run("DELETE FROM proposals WHERE face = ?", face);
    persons.forEach(person -> Tally.prune(session, person));
  }
}
