package app.likeness.gallery;

import app.likeness.catalog.ImportQueue;
import app.likeness.catalog.ImportRow;
import app.likeness.model.GalleryException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands rows of the queue to workers, a few at once, and ends each batch.
///
/// When the queue itself cannot be written it stands still until somebody resumes.
final class Dispatcher implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final Gallery gallery;
  private final ImportQueue queue;
  private final FileImport files;
  private final Signal signal;
  private final int atOnce;
  private final Map<Long, Thread> active = new ConcurrentHashMap<>();
  private final Map<Long, Double> sent = new ConcurrentHashMap<>();
  private final Map<Long, ImportRow> unwritten = new ConcurrentHashMap<>();
  private final List<Consumer<ImportRow>> done = new CopyOnWriteArrayList<>();
  private volatile boolean paused;
  private volatile boolean closed;
  private volatile boolean worked = true;
  private volatile long settled = -1;

  /// @param atOnce files under way at the same time
  Dispatcher(
      Gallery gallery,
      ImportQueue queue,
      FileImport files,
      Signal signal,
      int atOnce) {
    this.gallery = gallery;
    this.queue = queue;
    this.files = files;
    this.signal = signal;
    this.atOnce = atOnce;
  }

  @Override
  public void run() {
    while (!closed) {
      long seen = signal.now();
      try {
        if (!signal.stopped() && step(seen)) {
          continue;
        }
      } catch (RuntimeException e) {
        signal.stop(e);
      }
      signal.awaitAfter(seen);
    }
  }

  /// Starts the next row or, when nothing is left, settles; answers whether there may be more to do.
  private boolean step(long seen) {
    Optional<ImportRow> row =
        paused || active.size() >= atOnce ? Optional.empty() : queue.claim();
    row.ifPresent(this::start);
    if (row.isEmpty() && active.isEmpty() && nothingLeft()) {
      settle(seen);
    }
    return row.isPresent();
  }

  private boolean nothingLeft() {
    var counts = queue.counts();
    return counts.open() == 0 && counts.roots() == 0;
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
    ImportRow end = files.run(row, this::moved, share -> sent(row, share));
    try {
      // What was only interrupted by the end of the program is recovered at the next start.
      if (end.state().done() || !closed) {
        queue.update(end);
      }
    } catch (RuntimeException e) {
      unwritten.put(end.id(), end);
      signal.stop(e);
    } finally {
      // Told before anybody can see that nothing is under way any more.
      if (end.state().done()) {
        done.forEach(listener -> listener.accept(end));
      }
      sent.remove(row.id());
      active.remove(row.id());
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

  void pause() {
    paused = true;
    signal.changed();
  }

  /// @throws GalleryException when what stopped it is still so
  void resume() {
    unwritten.values().forEach(queue::update);
    unwritten.clear();
    paused = false;
    signal.resume();
  }

  boolean paused() {
    return paused || signal.stopped();
  }

  void cancel() {
    files.cancelling(active.keySet());
    active.values().forEach(Thread::interrupt);
    signal.changed();
  }

  double sent(long row) {
    return sent.getOrDefault(row, 0.0);
  }

  Importer.Subscription onDone(Consumer<ImportRow> listener) {
    done.add(listener);
    return () -> done.remove(listener);
  }

  void await() throws InterruptedException {
    signal.awaitSettled(() -> settled);
  }

  /// Stops at once: nothing is begun any more, and what is under way is interrupted.
  void close() {
    closed = true;
    active.values().forEach(Thread::interrupt);
    signal.changed();
  }

  /// Waits, after [#close], for the workers to end.
  void join() throws InterruptedException {
    for (Thread worker : active.values()) {
      worker.join();
    }
  }
}
