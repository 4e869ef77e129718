package app.likeness.ui;

import app.likeness.catalog.Changes;
import app.likeness.gallery.Gallery;
import app.likeness.model.GalleryException;
import app.likeness.model.GalleryException.Unreachable;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the gallery every now and then what has changed, and tells whoever shows it.
public final class Following implements AutoCloseable {
  public static final Duration STEP = Duration.ofMillis(500);

  /// For a gallery elsewhere, which may cost something to ask.
  public static final Duration FAR_STEP = Duration.ofSeconds(3);

  /// So much longer are the steps while nobody answers.
  private static final int SELDOM = 4;

  private static final Changes ANYTHING = new Changes(Set.of(), Set.of(), true, "");

  private static final Logger LOG = LoggerFactory.getLogger(Following.class);

  private final List<Consumer<Changes>> listeners = new CopyOnWriteArrayList<>();
  private final Gallery gallery;
  private final Background background;
  private final Thread asking;
  private final ReadOnlyObjectWrapper<@Nullable GalleryException> outage =
      new ReadOnlyObjectWrapper<>(this, "outage");
  private @Nullable String cursor;
  private @Nullable RuntimeException failing;

  public Following(Gallery gallery, Background background, Duration step) {
    this.gallery = gallery;
    this.background = background;
    asking = Thread.ofVirtual().name("following").unstarted(() -> ask(step));
  }

  public Following start() {
    asking.start();
    return this;
  }

  /// Why nobody answers where the gallery is, or `null` when somebody does.
  public ReadOnlyObjectProperty<@Nullable GalleryException> outageProperty() {
    return outage.getReadOnlyProperty();
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
                listener.accept(ANYTHING);
              }
            });
  }

  private void ask(Duration step) {
    try {
      while (true) {
        once();
        Thread.sleep(failing == null ? step : step.multipliedBy(SELDOM));
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
      if (failing instanceof Unreachable) {
        background.later(this::back);
      } else if (news) {
        tell(changes);
      }
      failing = null;
    } catch (RuntimeException e) {
      if (failing == null && !Thread.currentThread().isInterrupted()) {
        failed(e);
      }
      failing = e;
    }
  }

  private void tell(Changes changes) {
    background.later(() -> listeners.forEach(each -> each.accept(changes)));
  }

  private void failed(RuntimeException e) {
    if (e instanceof Unreachable why) {
      background.later(() -> outage.set(why));
    } else {
      LOG.warn("Cannot ask what has changed", e);
    }
  }

  /// Whatever was asked meanwhile has failed, so that anything may have to be asked again.
  private void back() {
    outage.set(null);
    tell(ANYTHING);
  }

  @Override
  public void close() {
    asking.interrupt();
  }
}
