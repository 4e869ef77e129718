package app.likeness.catalog;

import app.likeness.model.Page;
import app.likeness.model.PhotoId;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The dropped files and how far they have come; durable, and always on this machine.
///
/// Safe for use by many threads, never blocks a carrier; each write is durable when it returns.
public interface ImportQueue extends AutoCloseable {
  /// Notes dropped files and folders in one transaction, to be walked afterwards; where nothing is
  /// left to do, what was passed over before is forgotten with it.
  void drop(Collection<Path> roots);

  /// A root that is not walked to its end yet, the oldest first.
  Optional<Path> nextRoot();

  /// Adds files found under a root; a path that is there already starts again.
  void add(Collection<Path> files);

  /// Forgets a root, all under it being added, and counts what was passed over there; nothing of a
  /// root that is forgotten already.
  ///
  /// @param unsupported how many files of a kind are not supported yet
  void walked(Path root, Map<String, Integer> unsupported);

  /// Takes the oldest waiting row and moves it to UPLOADING.
  Optional<ImportRow> claim();

  void update(ImportRow row);

  Optional<ImportRow> row(Path file);

  /// Rows in the order they were added; failed ones only when asked.
  Page<ImportRow> rows(boolean failedOnly, @Nullable String cursor, int limit);

  ImportCounts counts();

  /// Starts a failed or cancelled row again.
  void retry(long row);

  void retryFailed();

  /// Cancels every waiting row and forgets roots still to be walked.
  void cancelWaiting();

  /// Forgets all rows that are done.
  void clearDone();

  /// Puts rows that were under way when the process died back to WAITING; answers how many.
  int recover();

  /// Removes the rows of a photo that is deleted; those not done stay, and bring it anew.
  void forget(PhotoId photo);

  @Override
  void close();
}
