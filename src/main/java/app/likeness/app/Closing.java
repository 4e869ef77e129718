package app.likeness.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Closes what was opened, the last first, each whatever becomes of the others; once.
final class Closing {
  private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  /// Opens several things; when not all can be opened, closes those that were.
  static <T> T opened(Function<Closing, T> opening) {
    Closing closing = new Closing();
    try {
      return opening.apply(closing);
    } catch (RuntimeException e) {
      closing.close();
      throw e;
    }
  }

  <T extends AutoCloseable> T add(T opened) {
    open.push(opened);
    return opened;
  }

  void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        LOG.warn("Something did not close well", e);
      }
    }
  }
}
