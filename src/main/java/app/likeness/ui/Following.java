package app.likeness.ui;

import app.likeness.catalog.Changes;
import app.likeness.gallery.Gallery;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the gallery every now and then what has changed, and tells whoever shows it.
public final class Following implements AutoCloseable {
  public static final Duration STEP = Duration.ofMillis(500);

  private static final Logger LOG = LoggerFactory.getLogger(Following.class);

  private final List<Consumer<Changes>> listeners = new CopyOnWriteArrayList<>();
  private final Gallery gallery;
  private final Background background;
  private final Thread asking;
  private @Nullable String cursor;
  private boolean failing;

  public Following(Gallery gallery, Background background, Duration step) {
    this.gallery = gallery;
    this.background = background;
    asking = Thread.ofVirtual().name("following").unstarted(() -> ask(step));
  }

  public Following start() {
    asking.start();
    return this;
  }

  /// Tells of changes on the UI thread from now on.
  ///
  /// @return ends that
  public Runnable listen(Consumer<Changes> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /// Tells while a node is in a window; first, each time it comes back, that anything may have changed.
  public void whileShown(Node node, Consumer<Changes> listener) {
    node.sceneProperty()
        .subscribe(
            (_, scene) -> {
              listeners.remove(listener);
              if (scene != null) {
                listeners.add(listener);
                listener.accept(new Changes(Set.of(), Set.of(), true, ""));
              }
            });
  }

  private void ask(Duration step) {
    try {
      while (true) {
        once();
        Thread.sleep(step);
      }
    } catch (InterruptedException e) {
      LOG.debug("No longer following");
    }
  }

  private void once() {
    try {
      Changes changes = gallery.changes(cursor);
      boolean news = cursor != null && !changes.isEmpty();
      cursor = changes.next();
      failing = false;
      if (news) {
        background.later(() -> listeners.forEach(each -> each.accept(changes)));
      }
    } catch (RuntimeException e) {
      if (!failing && !Thread.currentThread().isInterrupted()) {
        LOG.warn("Cannot ask what has changed", e);
      }
      failing = true;
    }
  }

  @Override
  public void close() {
    asking.interrupt();
  }
}
