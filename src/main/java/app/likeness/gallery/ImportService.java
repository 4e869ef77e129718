package app.likeness.gallery;

import app.likeness.catalog.ImportCounts;
import app.likeness.catalog.ImportQueue;
import app.likeness.catalog.ImportRow;
import app.likeness.model.GalleryException;
import app.likeness.model.Page;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Works through the durable queue: one thread walks dropped folders, one hands rows
/// to workers, one waits out times in which the gallery does not answer.
public final class ImportService implements Importer {
  private final ImportQueue queue;
  private final Signal signal = new Signal();
  private final Demand demand;
  private final Walker walker;
  private final Dispatcher dispatcher;
  private final List<Thread> threads;

  /// @param atOnce files under way at the same time; more than cores, since some wait for the store
  public ImportService(Gallery gallery, ImportQueue queue, FileImport files, int atOnce) {
    this.queue = queue;
    walker = new Walker(queue, signal, files.galleryFolder());
    demand = new Demand(queue, gallery.photos(), files.room());
    dispatcher = new Dispatcher(gallery, queue, files, demand, signal, atOnce);
    queue.recover();
    threads =
        List.of(
            Thread.ofPlatform().daemon().name("likeness-import").start(dispatcher),
            Thread.ofPlatform().daemon().name("likeness-walk").start(walker),
            Thread.ofPlatform()
                .daemon()
                .name("likeness-outage")
                .start(new Outage(gallery, signal, dispatcher::goOn)));
  }

  @Override
  public void add(Collection<Path> roots) {
    queue.drop(roots.stream().map(FileNames::whole).toList());
    demand.lookAgain();
    signal.changed();
  }

  @Override
  public void pause() {
    dispatcher.pause();
  }

  @Override
  public void resume() {
    dispatcher.resume();
  }

  @Override
  public boolean paused() {
    return dispatcher.paused();
  }

  @Override
  public Optional<GalleryException> trouble() {
    return signal.trouble();
  }

  @Override
  public void cancel() {
    dispatcher.cancel(() -> walker.cancel(queue::cancelWaiting));
  }

  @Override
  public void retry(long row) {
    queue.retry(row);
    signal.changed();
  }

  @Override
  public void retryFailed() {
    queue.retryFailed();
    demand.lookAgain();
    signal.changed();
  }

  @Override
  public void clearDone() {
    queue.clearDone();
    signal.changed();
  }

  @Override
  public ImportCounts counts() {
    return queue.counts();
  }

  @Override
  public Page<ImportRow> rows(boolean failedOnly, @Nullable String cursor, int limit) {
    return queue.rows(failedOnly, cursor, limit);
  }

  @Override
  public double sent(long row) {
    return dispatcher.sent(row);
  }

  @Override
  public Subscription onChange(Runnable changed) {
    return signal.listen(changed);
  }

  @Override
  public Subscription onDone(Consumer<ImportRow> listener) {
    return dispatcher.onDone(listener);
  }

  @Override
  public void await() throws InterruptedException {
    dispatcher.await();
  }

  /// Stops at once; what is under way goes on at the next start.
  @Override
  public void close() {
    walker.close();
    dispatcher.close();
    try {
      for (Thread thread : threads) {
        thread.interrupt();
        thread.join();
      }
      dispatcher.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
