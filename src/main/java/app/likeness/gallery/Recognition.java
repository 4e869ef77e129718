package app.likeness.gallery;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.Changes;
import app.likeness.faces.FaceIndex;
import app.likeness.model.FaceId;
import app.likeness.model.GalleryException;
import app.likeness.model.PhotoId;
import app.likeness.model.Thresholds;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The face index, opened when it is first needed and filled from the catalogue; and its switch.
final class Recognition implements AutoCloseable {
  private static final String SWITCH = "recognition";
  private static final String MODEL = "model";
  private static final String OFF = "off";
  private static final String REMOTE = "remote index";
  private static final String YES = "yes";

  private final Catalog catalog;
  private final Supplier<FaceIndex> open;
  private @Nullable FaceIndex index;
  /// Opened, but perhaps not filled yet.
  private @Nullable FaceIndex opened;
  private boolean closed;

  Recognition(Catalog catalog, Supplier<FaceIndex> open) {
    this.catalog = catalog;
    this.open = open;
  }

  /// @throws app.likeness.model.GalleryException.Unavailable when a model is missing or altered
  synchronized FaceIndex index() {
    FaceIndex ready = index;
    if (ready == null) {
      ready = opened();
      if (ready.remote()) {
        note(YES);
      } else {
        note("");
        fill(ready);
      }
      index = ready;
    }
    return ready;
  }

  private void fill(FaceIndex index) {
    catalog.faces().vectors(index.model(), index.thresholds(), index::add);
  }

  /// Makes those faces known that others have added; one that remembers by itself knows them.
  synchronized void learn(Changes since) {
    FaceIndex known = index;
    if (known == null || known.remote()) {
      return;
    }
    if (since.all() && since.photos().isEmpty() && since.persons().isEmpty()) {
      fill(known); // so much, or so long ago, that nobody could tell what
    }
    for (PhotoId photo : since.photos()) {
      catalog.faces().vectors(photo, known.model(), known.thresholds(), known::add);
    }
  }

  /// Whoever only removes faces then need not open an index in vain.
  private void note(String remote) {
    if (!catalog.setting(REMOTE).orElse("").equals(remote)) {
      catalog.setting(REMOTE, remote);
    }
  }

  private FaceIndex opened() {
    if (closed) {
      throw new GalleryException.Unavailable("The gallery is closed.", null);
    }
    FaceIndex known = opened;
    if (known == null) {
      known = open.get();
      opened = known;
    }
    return known;
  }

  Thresholds thresholds() {
    return index().thresholds();
  }

  boolean on() {
    return !catalog.setting(SWITCH).filter(OFF::equals).isPresent();
  }

  void on(boolean on) {
    catalog.setting(SWITCH, on ? "on" : OFF);
  }

  /// Every photo has vectors of the model in use now: from here on all are grouped by it.
  ///
  /// @return whether it was another model until now
  boolean adopt() {
    String model = index().model();
    if (catalog.setting(MODEL).filter(model::equals).isPresent()) {
      return false;
    }
    catalog.setting(MODEL, model);
    return true;
  }

  /// Lets the index forget faces; one that remembers nothing by itself need not be filled for that.
  void forget(Collection<FaceId> faces) {
    if (!faces.isEmpty()) {
      remembering().ifPresent(known -> known.remove(faces));
    }
  }

  private synchronized Optional<FaceIndex> remembering() {
    return remote() ? Optional.of(opened()) : Optional.ofNullable(index);
  }

  /// Whether the index is a service that remembers faces by itself.
  synchronized boolean remote() {
    return index != null ? index.remote() : catalog.setting(REMOTE).filter(YES::equals).isPresent();
  }

  @Override
  public synchronized void close() {
    closed = true;
    index = null;
    if (opened != null) {
      opened.close();
      opened = null;
    }
  }
}
