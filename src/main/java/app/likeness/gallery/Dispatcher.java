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
/// When the queue itself cannot be written, or the disk cannot take all that waits, it stands still
/// until somebody resumes.
final class Dispatcher implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final Gallery gallery;
  private final ImportQueue queue;
  private final FileImport files;
  private final Demand demand;
  private final Signal signal;
  private final int atOnce;
  private final Map<Long, Run> active = new ConcurrentHashMap<>();
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
      Demand demand,
      Signal signal,
      int atOnce) {
    this.gallery = gallery;
    this.queue = queue;
    this.files = files;
    this.demand = demand;
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
    boolean started = !paused && active.size() < atOnce && demand.fits() && startNext();
    if (started) {
      signal.changed();
    } else if (active.isEmpty() && nothingLeft()) {
      settle(seen);
    }
    return started;
  }

  /// For a cancel, a row is either waiting or under way, never in between.
  private synchronized boolean startNext() {
    Optional<ImportRow> row = queue.claim();
    row.ifPresent(
        claimed -> {
          worked = true;
          Run run = new Run(claimed);
          active.put(claimed.id(), run);
          run.worker.start();
        });
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
      } catch (GalleryException.Unreachable e) {
        worked = true;
        signal.stop(e);
        return;
      } catch (GalleryException e) {
        if (!closed) {
          LOG.warn("Grouping after the import goes on at the next start: {}", e.getMessage());
        }
      }
    }
    settled = seen;
    signal.settled();
  }

  /// A row under way.
  private final class Run implements FileImport.Course {
    private final ImportRow row;
    private final Thread worker = Thread.ofVirtual().name("likeness-file").unstarted(this::work);
    private volatile boolean cancelled;
    private volatile double sent;

    Run(ImportRow row) {
      this.row = row;
    }

    private void work() {
      ImportRow end = files.run(row, this);
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
        active.remove(row.id());
        signal.changed();
      }
    }

    void cancel() {
      cancelled = true;
      worker.interrupt();
    }

    @Override
    public void moved(ImportRow now) {
      queue.update(now);
      signal.changed();
    }

    @Override
    public void sent(double share) {
      sent = share;
      signal.tell();
    }

    @Override
    public void standsStill(GalleryException why) {
      signal.stop(why);
    }

    @Override
    public boolean cancelled() {
      return cancelled;
    }
  }

  void pause() {
    paused = true;
    signal.changed();
  }

  /// @throws GalleryException when what stopped it is still so
  void resume() {
    paused = false;
    goOn();
  }

  /// Ends a standstill; what a user paused stays paused.
  ///
  /// @throws GalleryException when what stopped it is still so
  void goOn() {
    writeUnwritten();
    demand.lookAgain();
    signal.resume();
  }

  private void writeUnwritten() {
    unwritten.values().forEach(queue::update);
    unwritten.clear();
  }

  boolean paused() {
    return paused || signal.stopped();
  }

  /// Cancels what is under way, and what waits by `emptying` the queue of it; if that could be
  /// written, nothing stands in the way of what comes next.
  void cancel(Runnable emptying) {
    synchronized (this) {
      emptying.run();
      demand.lookAgain();
      active.values().forEach(Run::cancel);
    }
    writeUnwritten();
    signal.resume();
  }

  double sent(long row) {
    Run run = active.get(row);
    return run == null ? 0 : run.sent;
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
    active.values().forEach(run -> run.worker.interrupt());
    signal.changed();
  }

  /// Waits, after [#close], for the workers to end.
  void join() throws InterruptedException {
    for (Run run : active.values()) {
      run.worker.join();
    }
  }
}
