package app.likeness.gallery;

import app.likeness.catalog.ImportCounts;
import app.likeness.catalog.ImportRow;
import app.likeness.model.GalleryException;
import app.likeness.model.Page;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Brings dropped files in: a durable queue, a few workers, and verbs to steer them.
///
/// Verbs that write block for a moment; call them off the JavaFX thread.
public interface Importer extends AutoCloseable {
  /// Makes dropped files and folders durable and starts on them; returns before they are walked.
  void add(Collection<Path> roots);

  void pause();

  /// Goes on, also after [#trouble].
  ///
  /// @throws GalleryException when what stood in the way still does
  void resume();

  boolean paused();

  /// Why all stands still although nobody paused it, such as a full disk; [#resume] tries again. While
  /// it is [GalleryException.Unreachable], it is tried again without that, too.
  Optional<GalleryException> trouble();

  /// Cancels all that is not done yet; transfers under way are interrupted.
  void cancel();

  void retry(long row);

  void retryFailed();

  void clearDone();

  ImportCounts counts();

  Page<ImportRow> rows(boolean failedOnly, @Nullable String cursor, int limit);

  /// How much of a row's bytes are sent, 0..1.
  double sent(long row);

  /// Calls back, on any thread and perhaps often, when rows or counts may have changed.
  ///
  /// @return ends the calls
  Subscription onChange(Runnable changed);

  /// Calls back, on any thread, when a row has come to its end.
  ///
  /// @return ends the calls
  Subscription onDone(Consumer<ImportRow> done);

  /// Closing it ends the calls.
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  /// Blocks until nothing is left to do, however long the gallery does not answer.
  ///
  /// @throws GalleryException when nothing goes on for another reason
  void await() throws InterruptedException;

  @Override
  void close();
}
