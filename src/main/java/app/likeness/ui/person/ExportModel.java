package app.likeness.ui.person;

import static app.likeness.ui.Strings.text;

import app.likeness.catalog.PersonPhoto;
import app.likeness.gallery.Exporter;
import app.likeness.gallery.Gallery;
import app.likeness.model.Page;
import app.likeness.model.PersonId;
import app.likeness.ui.Background;
import app.likeness.ui.Job;
import app.likeness.ui.controls.Notices;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/// Copies the originals of a person's photos into a folder.
public final class ExportModel {
  private static final int PAGE = 100;

  private final Gallery gallery;
  private final Background background;
  private final Notices notices;
  private final ReadOnlyIntegerWrapper done = new ReadOnlyIntegerWrapper(this, "done", -1);
  private @Nullable Job<Integer> running;

  public ExportModel(Gallery gallery, Background background, Notices notices) {
    this.gallery = gallery;
    this.background = background;
    this.notices = notices;
  }

  /// How many photos are copied; -1 while no export runs.
  public ReadOnlyIntegerProperty doneProperty() {
    return done.getReadOnlyProperty();
  }

  /// Starts unless one runs already.
  public void start(PersonId person, Path folder) {
    if (running == null) {
      done.set(0);
      running =
          background
              .job(() -> copy(person, folder))
              .then(copied -> notices.show(text("export.done", copied, folder)))
              .lastly(this::ended);
      running.start();
    }
  }

  /// Stops; what is copied stays.
  public void cancel() {
    if (running != null) {
      running.cancel();
      notices.show(text("export.cancelled", done.get()));
      ended();
    }
  }

  private void ended() {
    running = null;
    done.set(-1);
  }

  private int copy(PersonId person, Path folder) {
    Exporter exporter = new Exporter(gallery.photos(), folder);
    int copied = 0;
    String cursor = null;
    do {
      Page<PersonPhoto> page = gallery.people().photosOf(person, cursor, PAGE);
      for (PersonPhoto each : page.items()) {
        if (Thread.currentThread().isInterrupted()) {
          return copied;
        }
        exporter.export(each.photo());
        tell(++copied);
      }
      cursor = page.next();
    } while (cursor != null);
    return copied;
  }

  private void tell(int copied) {
    background.later(
        () -> {
          if (running != null) {
            done.set(copied);
          }
        });
  }
}
