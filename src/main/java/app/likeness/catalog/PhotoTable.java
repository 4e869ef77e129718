package app.likeness.catalog;

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

/// The photos, their states and the leases of those who work on them.
public interface PhotoTable {
  /// Adds a photo in state PENDING unless its id is known; answers the one that is stored now.
  Photo begin(Photo pending);

  Optional<Photo> find(PhotoId id);

  /// Moves a photo on if it is in that state; answers whether it was.
  boolean advance(PhotoId id, PhotoState from, PhotoState to);

  /// Takes an UPLOADED photo, or a WORKING one whose lease is over, for one worker.
  ///
  /// @param owner who works on it, unique to the attempt
  /// @return the photo, now WORKING, or empty when somebody else has it or it is in another state
  Optional<Photo> lease(PhotoId id, String owner, Instant now, Instant until);

  /// Writes a photo as READY with exactly these faces: new ones belong to nobody yet, those that
  /// are stored already keep proposals and owner, stored ones that are not among them go.
  ///
  /// @param kept stored faces that stay just as they are
  /// @param owner who holds the lease; `null` on a re-scan of a photo that is ready
  /// @return false, and nothing is written, when that lease is lost or the photo is not ready
  boolean complete(
      Photo ready, List<NewFace> faces, Set<FaceId> kept, @Nullable String owner);

  /// Writes a photo as INVALID with its reason; false when the lease is lost.
  boolean fail(PhotoId id, String owner, String reason);

  /// Photos in one state, by id.
  Page<Photo> inState(PhotoState state, @Nullable String cursor, int limit);

  /// The timeline of ready photos, newest first, from the end of a month (or the newest) on.
  ///
  /// @param from where to begin when there is no cursor yet
  Page<Photo> timeline(@Nullable YearMonth from, @Nullable String cursor, int limit);

  /// Months with ready photos, newest first.
  List<Month> months();

  /// Removes a photo for good: rows, vectors, free pages; strikes its faces from the log.
  void erase(PhotoId id);
}
