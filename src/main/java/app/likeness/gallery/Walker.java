package app.likeness.gallery;

import app.likeness.catalog.ImportQueue;
import app.likeness.pictures.FileKind;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Walks dropped folders lazily and turns what it finds into rows of the queue.
///
/// A file that was dropped itself always becomes a row; in folders only those that look like
/// pictures by their ending do, and kinds that are not supported yet are counted. Links to other
/// folders are not followed, since they may lead anywhere; nor is the gallery's own folder walked.
final class Walker implements Runnable, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Walker.class);
  private static final int CHUNK = 500;

  private final ImportQueue queue;
  private final Signal signal;
  private final Path gallery;
  private volatile boolean closed;
  private volatile int cancelled;

  /// @param gallery the folder of the gallery itself
  Walker(ImportQueue queue, Signal signal, Path gallery) {
    this.queue = queue;
    this.signal = signal;
    this.gallery = gallery;
  }

  @Override
  public void run() {
    while (!closed) {
      long seen = signal.now();
      try {
        if (!signal.stopped() && step()) {
          continue;
        }
      } catch (RuntimeException e) {
        signal.stop(e);
      }
      signal.awaitAfter(seen);
    }
  }

  /// Walks the next root; answers whether there may be more.
  private boolean step() {
    var root = queue.nextRoot();
    root.ifPresent(this::walk);
    return root.isPresent();
  }

  /// Stops the walk under way; between that and `emptying` the queue it adds nothing more.
  @SuppressWarnings("NonAtomicVolatileUpdate") // only written here, under the lock
  synchronized void cancel(Runnable emptying) {
    cancelled++;
    emptying.run();
  }

  private void walk(Path root) {
    Visit visit = new Visit(root, Files.isSymbolicLink(root) ? target(root) : root);
    if (Files.isDirectory(root)) {
      try {
        Files.walkFileTree(visit.start, visit);
      } catch (IOException e) {
        LOG.warn("A folder was not walked to its end: {}", e.getMessage());
      }
    } else {
      visit.found.add(root);
    }
    if (visit.wanted()) {
      visit.flush();
      queue.walked(root, visit.unsupported);
      signal.changed();
    }
  }

  private static Path target(Path link) {
    try {
      return link.toRealPath();
    } catch (IOException _) {
      return link;
    }
  }

  @Override
  public void close() {
    closed = true;
  }

  private final class Visit extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Path start;
    private final List<Path> found = new ArrayList<>();
    private final Map<String, Integer> unsupported = new HashMap<>();
    private final int begun = cancelled;

    /// @param start what the root is or, as a link, leads to
    Visit(Path root, Path start) {
      this.root = root;
      this.start = start;
    }

    boolean wanted() {
      return !closed && begun == cancelled;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      // A hidden folder that was dropped itself is meant.
      boolean hidden = !folder.equals(start) && FileKind.of(folder) == FileKind.HIDDEN;
      return hidden || isGallery(folder) ? FileVisitResult.SKIP_SUBTREE : next();
    }

    private boolean isGallery(Path folder) {
      try {
        return Files.isSameFile(folder, gallery);
      } catch (IOException _) {
        return false;
      }
    }

    /// What looks like a picture and is none, such as a link to nowhere, becomes a row that says so.
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      switch (FileKind.of(file)) {
        case PICTURE -> add(file);
        case RAW -> unsupported.merge("RAW", 1, Integer::sum);
        case VIDEO -> unsupported.merge("video", 1, Integer::sum);
        case HIDDEN, OTHER -> {}
      }
      return next();
    }

    /// A folder or file that cannot be opened becomes a row, whose failure says so.
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      add(file);
      return next();
    }

    /// A folder that could be opened but not read to its end.
    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
      if (failure != null) {
        add(folder);
      }
      return next();
    }

    private void add(Path file) {
      found.add(start.equals(root) ? file : root.resolve(start.relativize(file)));
      if (found.size() == CHUNK) {
        flush();
      }
    }

    private void flush() {
      synchronized (Walker.this) { // cancelled before, or in the queue before that is emptied
        if (!found.isEmpty() && wanted()) {
          queue.add(List.copyOf(found));
        }
      }
      found.clear();
      signal.changed();
    }

    private FileVisitResult next() {
      return wanted() ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }
  }
}
