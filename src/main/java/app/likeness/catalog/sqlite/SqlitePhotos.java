package app.likeness.catalog.sqlite;

import app.likeness.catalog.Cursor;
import app.likeness.catalog.Month;
import app.likeness.catalog.NewFace;
import app.likeness.catalog.PhotoTable;
import app.likeness.model.FaceId;
import app.likeness.model.Page;
import app.likeness.model.Photo;
import app.likeness.model.PhotoId;
import app.likeness.model.PhotoState;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The photos in `photos`, whose triggers keep `months`.
final class SqlitePhotos implements PhotoTable {
  private final Sqlite sqlite;

  SqlitePhotos(Sqlite sqlite) {
    this.sqlite = sqlite;
  }

  @Override
  public Photo begin(Photo pending) {
    return sqlite.write(
        session -> {
          if (PhotoRow.insert(session, pending)) {
            Feed.photo(session, pending.id());
          }
          return PhotoRow.find(session, pending.id()).orElseThrow();
        });
  }

  @Override
  public Optional<Photo> find(PhotoId id) {
    return sqlite.read(session -> PhotoRow.find(session, id));
  }

  @Override
  public boolean advance(PhotoId id, PhotoState from, PhotoState to) {
    return sqlite.write(
        session -> {
          int moved =
              session.run(
                  """
                  UPDATE photos SET state = ?, leaseOwner = NULL, leaseUntil = NULL
                  WHERE photoId = ? AND state = ?""",
                  to.name(), id.value(), from.name());
          if (moved == 1 && to == PhotoState.DELETING) {
            Tally.settling(session, tally -> tally.change(id, () -> FaceRow.release(session, id)));
          }
          return changed(session, id, moved);
        });
  }

  @Override
  public Optional<Photo> lease(PhotoId id, String owner, Instant now, Instant until) {
    return sqlite.write(
        session -> {
          int taken =
              session.run(
                  """
                  UPDATE photos SET state = 'WORKING', leaseOwner = ?, leaseUntil = ?
                  WHERE photoId = ?
                    AND (state = 'UPLOADED' OR (state = 'WORKING' AND leaseUntil <= ?))""",
                  owner, Stamps.of(until), id.value(), Stamps.of(now));
          return changed(session, id, taken) ? PhotoRow.find(session, id) : Optional.empty();
        });
  }

  @Override
  public boolean complete(
      Photo ready, List<NewFace> faces, Set<FaceId> kept, @Nullable String owner) {
    PhotoId id = ready.id();
    return sqlite.write(
        session -> {
          boolean ours =
              owner == null
                  ? session.exists(
                      "SELECT 1 FROM photos WHERE photoId = ? AND state = 'READY'", id.value())
                  : session.exists(
                      "SELECT 1 FROM photos WHERE photoId = ? AND state = 'WORKING' AND leaseOwner = ?",
                      id.value(), owner);
          if (ours) {
            Tally.settling(
                session,
                tally ->
                    tally.change(
                        id,
                        () -> {
                          FaceRow.replace(session, ready, faces, kept);
                          PhotoRow.ready(session, ready);
                        }));
            Feed.photo(session, id);
          }
          return ours;
        });
  }

  @Override
  public boolean fail(PhotoId id, String owner, String reason) {
    return sqlite.write(
        session ->
            changed(
                session,
                id,
                session.run(
                    """
                    UPDATE photos
                    SET state = 'INVALID', reason = ?, leaseOwner = NULL, leaseUntil = NULL
                    WHERE photoId = ? AND state = 'WORKING' AND leaseOwner = ?""",
                    reason, id.value(), owner)));
  }

  private static boolean changed(Session session, PhotoId id, int rows) {
    if (rows == 1) {
      Feed.photo(session, id);
    }
    return rows == 1;
  }

  @Override
  public Page<Photo> inState(PhotoState state, @Nullable String cursor, int limit) {
    String after = cursor == null ? "" : Cursor.parts(cursor, 1).getFirst();
    List<Photo> rows =
        sqlite.read(
            session ->
                session.list(
                    PhotoRow.SELECT
                        + " WHERE state = ? AND photoId > ? ORDER BY photoId LIMIT ?",
                    PhotoRow::read,
                    state.name(), after, Cursor.limit(limit) + 1));
    return Cursor.page(rows, limit, photo -> Cursor.of(photo.id()));
  }

  @Override
  public Page<Photo> timeline(@Nullable YearMonth from, @Nullable String cursor, int limit) {
    Place before = cursor != null ? Place.at(cursor) : Place.endOf(from);
    List<Photo> rows =
        sqlite.read(
            session ->
                session.list(
                    PhotoRow.SELECT
                        + """
                           INDEXED BY timeline
                          WHERE state = 'READY' AND (sortedAt, photoId) < (?, ?)
                          ORDER BY sortedAt DESC, photoId DESC LIMIT ?""",
                    PhotoRow::read,
                    before.sortedAt(), before.photo(), Cursor.limit(limit) + 1));
    return Cursor.page(rows, limit, photo -> Place.of(photo).cursor());
  }

  @Override
  public List<Month> months() {
    return sqlite.read(
        session ->
            session.list(
                "SELECT month, photos FROM months ORDER BY month DESC",
                row -> new Month(Stamps.month(row.getLong(1)), row.getInt(2))));
  }

  @Override
  public void erase(PhotoId id) {
    sqlite.write(
        session -> {
          Tally.settling(
              session,
              tally -> {
                tally.change(
                    id, () -> session.run("DELETE FROM faces WHERE photoId = ?", id.value()));
                session.run("DELETE FROM decisions WHERE photoId = ?", id.value());
                session.run("DELETE FROM notes WHERE photoId = ?", id.value());
                if (session.run("DELETE FROM photos WHERE photoId = ?", id.value()) == 1) {
                  Feed.erased(session, id);
                }
              });
          sqlite.erasing();
          return true;
        });
  }
}
