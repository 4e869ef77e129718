package app.likeness.gallery;

import app.likeness.catalog.ImportQueue;
import app.likeness.model.GalleryException;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Walks dropped folders lazily and turns what it finds into rows of the queue.
///
/// A file that was dropped itself always becomes a row; in folders only files that look like
/// pictures by their ending do, and kinds that are not supported yet are counted.
final class Walker implements Runnable, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Walker.class);
  private static final int CHUNK = 500;

  private final ImportQueue queue;
  private final Signal signal;
  private volatile boolean closed;
  private volatile boolean idle;

  Walker(ImportQueue queue, Signal signal) {
    this.queue = queue;
    this.signal = signal;
  }

  /// Whether there is nothing left to walk.
  boolean idle() {
    return idle;
  }

  /// There is something new to walk.
  void wake() {
    idle = false;
    signal.changed();
  }

  @Override
  public void run() {
    while (!closed) {
      long seen = signal.now();
      try {
        var root = queue.nextRoot();
        if (root.isPresent()) {
          walk(root.get());
        } else if (idle) {
          signal.awaitAfter(seen);
        } else {
          idle = true;
          signal.changed();
        }
      } catch (GalleryException e) {
        LOG.warn("Dropped folders are walked at the next start: {}", e.getMessage());
        return;
      }
    }
  }

  private void walk(Path root) {
    Visit visit = new Visit(root);
    try {
      if (Files.isDirectory(root)) {
        Files.walkFileTree(root, visit);
      } else {
        visit.found.add(root);
      }
    } catch (IOException e) {
      LOG.warn("A folder was not walked to its end: {}", e.getMessage());
    }
    if (!closed) {
      visit.flush();
      visit.unsupported.forEach(queue::unsupported);
      queue.walked(root);
      signal.changed();
    }
  }

  @Override
  public void close() {
    closed = true;
  }

  private final class Visit extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<Path> found = new ArrayList<>();
    private final Map<String, Integer> unsupported = new HashMap<>();

    Visit(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      // A hidden folder that was dropped itself is meant.
      return !folder.equals(root) && FileKind.of(folder) == FileKind.HIDDEN ? FileVisitResult.SKIP_SUBTREE : next();
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (Files.isRegularFile(file)) {
        switch (FileKind.of(file)) {
          case PICTURE -> add(file);
          case RAW -> unsupported.merge("RAW", 1, Integer::sum);
          case VIDEO -> unsupported.merge("video", 1, Integer::sum);
          case HIDDEN, OTHER -> {}
        }
      }
      return next();
    }

    /// A folder or file that cannot be opened becomes a row, whose failure says so.
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      add(file);
      return next();
    }

    private void add(Path file) {
      found.add(file);
      if (found.size() == CHUNK) {
        flush();
      }
    }

    private void flush() {
      if (!found.isEmpty()) {
        queue.add(List.copyOf(found));
        found.clear();
        signal.changed();
      }
    }

    private FileVisitResult next() {
      return closed ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }
  }
}
