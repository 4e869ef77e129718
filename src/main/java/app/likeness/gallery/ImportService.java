package app.likeness.gallery;

import app.likeness.catalog.ImportCounts;
import app.likeness.catalog.ImportQueue;
import app.likeness.catalog.ImportRow;
import app.likeness.model.GalleryException;
import app.likeness.model.Page;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Works through the durable queue: one thread walks dropped folders, one hands rows to workers.
public final class ImportService implements Importer {
  private static final Logger LOG = LoggerFactory.getLogger(ImportService.class);

  private final Gallery gallery;
  private final ImportQueue queue;
  private final FileImport files;
  private final Walker walker;
  private final Signal signal = new Signal();
  private final Map<Long, Thread> active = new ConcurrentHashMap<>();
  private final Map<Long, Double> sent = new ConcurrentHashMap<>();
  private final List<Consumer<ImportRow>> done = new CopyOnWriteArrayList<>();
  private final List<Thread> threads;
  private final int atOnce;
  private volatile boolean paused;
  private volatile boolean closed;
  private volatile boolean worked = true;
  private volatile long settled = -1;

  /// @param atOnce files under way at the same time; more than cores, since some wait for the store
  public ImportService(Gallery gallery, ImportQueue queue, FileImport files, int atOnce) {
    this.gallery = gallery;
    this.queue = queue;
    this.files = files;
    this.atOnce = atOnce;
    walker = new Walker(queue, signal);
    queue.recover();
    threads =
        List.of(
            Thread.ofPlatform().daemon().name("likeness-import").start(this::dispatch),
            Thread.ofPlatform().daemon().name("likeness-walk").start(walker));
  }

  // ---- the workers

  private void dispatch() {
    while (!closed) {
      long seen = signal.now();
      var row = paused || active.size() >= atOnce ? null : queue.claim().orElse(null);
      if (row != null) {
        start(row);
        continue;
      }
      if (nothingLeft()) {
        settle(seen);
      }
      signal.awaitAfter(seen);
    }
  }

  private void settle(long seen) {
    if (worked) {
      worked = false;
      try {
        gallery.uploads().regroup();
      } catch (GalleryException e) {
        if (!closed) {
          LOG.warn("Grouping after the import goes on at the next start: {}", e.getMessage());
        }
      }
    }
    settled = seen;
    signal.settled();
  }

  private void start(ImportRow row) {
    Thread worker = Thread.ofVirtual().name("likeness-file").unstarted(() -> work(row));
    worked = true;
    active.put(row.id(), worker);
    signal.changed();
    worker.start();
  }

  private void work(ImportRow row) {
    ImportRow end = null;
    try {
      end = files.run(row, this::moved, share -> sent(row, share));
      if (!closed) {
        queue.update(end);
      }
    } catch (GalleryException e) {
      LOG.warn("The import queue could not be written: {}", e.getMessage());
    } finally {
      sent.remove(row.id());
      active.remove(row.id());
      if (end != null && end.state().done()) {
        tell(end);
      }
      signal.changed();
    }
  }

  private void moved(ImportRow row) {
    queue.update(row);
    signal.changed();
  }

  private void sent(ImportRow row, double share) {
    sent.put(row.id(), share);
    signal.tell();
  }

  private void tell(ImportRow row) {
    done.forEach(listener -> listener.accept(row));
  }

  private boolean nothingLeft() {
    return active.isEmpty() && walker.idle() && queue.counts().open() == 0;
  }

  // ---- verbs

  @Override
  public void add(Collection<Path> roots) {
    queue.drop(roots.stream().map(root -> root.toAbsolutePath().normalize()).toList());
    walker.wake();
    signal.changed();
  }

  @Override
  public void pause() {
    paused = true;
    signal.changed();
  }

  @Override
  public void resume() {
    paused = false;
    signal.changed();
  }

  @Override
  public boolean paused() {
    return paused;
  }

  @Override
  public void cancel() {
    queue.cancelWaiting();
    files.cancelling(active.keySet());
    active.values().forEach(Thread::interrupt);
    signal.changed();
  }

  @Override
  public void retry(long row) {
    queue.retry(row);
    signal.changed();
  }

  @Override
  public void retryFailed() {
    queue.retryFailed();
    signal.changed();
  }

  @Override
  public void clearDone() {
    queue.clearDone();
    signal.changed();
  }

  // ---- looking

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
    return sent.getOrDefault(row, 0.0);
  }

  @Override
  public Subscription onChange(Runnable changed) {
    return signal.listen(changed);
  }

  @Override
  public Subscription onDone(Consumer<ImportRow> listener) {
    done.add(listener);
    return () -> done.remove(listener);
  }

  @Override
  public void await() throws InterruptedException {
    signal.awaitSettled(() -> settled);
  }

  /// Stops at once; what is under way goes on at the next start.
  @Override
  public void close() {
    closed = true;
    walker.close();
    active.values().forEach(Thread::interrupt);
    signal.changed();
    for (Thread thread : threads) {
      thread.interrupt();
    }
    try {
      for (Thread thread : threads) {
        thread.join();
      }
      for (Thread worker : active.values()) {
        worker.join();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
