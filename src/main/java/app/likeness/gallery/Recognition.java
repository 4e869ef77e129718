package app.likeness.gallery;

import app.likeness.catalog.Catalog;
import app.likeness.faces.FaceIndex;
import app.likeness.model.GalleryException;
import app.likeness.model.Thresholds;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The face index, opened when it is first needed and filled from the catalogue; and its switch.
final class Recognition implements AutoCloseable {
  private static final String SWITCH = "recognition";
  private static final String MODEL = "model";
  private static final String OFF = "off";

  private final Catalog catalog;
  private final Supplier<FaceIndex> open;
  private @Nullable FaceIndex index;
  private boolean closed;

  Recognition(Catalog catalog, Supplier<FaceIndex> open) {
    this.catalog = catalog;
    this.open = open;
  }

  /// @throws app.likeness.model.GalleryException.Unavailable when a model is missing or altered
  synchronized FaceIndex index() {
    if (closed) {
      throw new GalleryException.Unavailable("The gallery is closed.", null);
    }
    if (index == null) {
      FaceIndex opened = open.get();
      catalog.faces().vectors(opened.model(), opened.thresholds(), opened::add);
      index = opened;
    }
    return index;
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

  /// The index if it is open; whoever only removes from it need not open it.
  synchronized Optional<FaceIndex> opened() {
    return Optional.ofNullable(index);
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (index != null) {
      index.close();
      index = null;
    }
  }
}
