package app.likeness.gallery;

import app.likeness.catalog.PeopleQuery;
import app.likeness.catalog.PersonPhoto;
import app.likeness.model.Act;
import app.likeness.model.Decision;
import app.likeness.model.Face;
import app.likeness.model.Page;
import app.likeness.model.Person;
import app.likeness.model.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The people on the photos, and what was decided about them.
public interface People {
  Page<Person> list(PeopleQuery query, @Nullable String cursor, int limit);

  /// The person as shown now, also for an id that was merged into another.
  Optional<Person> person(PersonId id);

  /// Photos with a person, newest first, each once.
  Page<PersonPhoto> photosOf(PersonId id, @Nullable String cursor, int limit);

  /// A person's faces, best first.
  Page<Face> facesOf(PersonId id, @Nullable String cursor, int limit);

  /// Writes one gesture into the decision log; what is shown follows before this returns.
  ///
  /// @throws app.likeness.model.GalleryException.Conflict when it names what does not exist now
  Act decide(List<Decision> decisions);

  /// Takes an act back, at any time and in any order.
  Act undo(long act);

  /// What was decided, newest first.
  ///
  /// @param before only acts before this one; 0 for the newest
  List<Past> history(long before, int limit);

  /// An act as told afterwards.
  ///
  /// @param text one sentence, with the names of then
  /// @param undone whether it is without effect now
  record Past(Act act, String kind, String text, boolean undone) {}

  /// Whether faces are found and compared at all.
  boolean recognition();

  void recognition(boolean on);

  /// Finds the faces of every photo again; loses nothing that a person decided. A photo that cannot
  /// be read any more keeps the faces it has.
  ///
  /// Stops soon when the thread is interrupted.
  Scanned rescan(Consumer<Progress> progress);

  /// What came of a scan.
  ///
  /// @param failed photos that could not be read
  /// @param reason why the first of them could not, as one sentence that names its file; `null` when
  ///     all could
  record Scanned(int failed, @Nullable String reason) {}

  /// How much of a long work is done.
  record Progress(int done, int total) {}
}
