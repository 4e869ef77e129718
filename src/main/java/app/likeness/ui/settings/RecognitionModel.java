package app.likeness.ui.settings;

import static app.likeness.ui.Strings.text;

import app.likeness.gallery.People;
import app.likeness.ui.Background;
import app.likeness.ui.Job;
import app.likeness.ui.controls.Notices;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Whether faces are found, and finding them anew.
public final class RecognitionModel {
  private final People people;
  private final Background background;
  private final Notices notices;
  private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper(this, "on", true);
  private final ReadOnlyObjectWrapper<People.@Nullable Progress> progress =
      new ReadOnlyObjectWrapper<>(this, "progress");
  private @Nullable Job<People.Scanned> scanning;

  public RecognitionModel(People people, Background background, Notices notices) {
    this.people = people;
    this.background = background;
    this.notices = notices;
    read();
  }

  public ReadOnlyBooleanProperty onProperty() {
    return on.getReadOnlyProperty();
  }

  /// How far the search for faces in all photos is, `null` while there is none.
  public ReadOnlyObjectProperty<People.@Nullable Progress> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /// Turns recognition on or off; what was found stays.
  public void turn(boolean wanted) {
    if (wanted != on.get()) {
      on.set(wanted);
      background.run(() -> people.recognition(wanted)).lastly(this::read).start();
    }
  }

  private void read() {
    background.job(people::recognition).then(on::set).start();
  }

  /// Looks for the faces of every photo again.
  public void rescan() {
    if (scanning == null) {
      progress.set(new People.Progress(0, 0));
      scanning =
          background
              .job(() -> people.rescan(now -> background.later(() -> at(now))))
              .then(this::told)
              .lastly(this::ended);
      scanning.start();
    }
  }

  private void told(People.Scanned scanned) {
    String reason = scanned.reason();
    notices.show(
        reason == null ? text("rescan.done") : text("rescan.failed", scanned.failed(), reason));
  }

  /// Stops looking; photos that were done stay done.
  public void stop() {
    if (scanning != null) {
      scanning.cancel();
      ended();
    }
  }

  private void at(People.Progress now) {
    if (scanning != null) {
      progress.set(now);
    }
  }

  private void ended() {
    scanning = null;
    progress.set(null);
  }
}
