package app.likeness.ui.controls;

import static app.likeness.ui.Strings.text;

import app.likeness.model.GalleryException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the window has to say now: one notice at a time, the latest, never a dialog.
public final class Notices {
  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

  private final ReadOnlyObjectWrapper<@Nullable Notice> current =
      new ReadOnlyObjectWrapper<>(this, "current");

  /// The notice to be shown, or `null`.
  public ReadOnlyObjectProperty<@Nullable Notice> currentProperty() {
    return current.getReadOnlyProperty();
  }

  public @Nullable Notice current() {
    return current.get();
  }

  public void show(String text) {
    current.set(new Notice(text, false, null, null));
  }

  /// Shows a message with a button; pressing it also dismisses the message.
  public void show(String text, String action, Runnable run) {
    current.set(new Notice(text, false, action, run));
  }

  /// Shows what went wrong, with a button that may mend it.
  ///
  /// @return for [#over]
  public Notice trouble(String text, String action, Runnable run) {
    return trouble(new Notice(text, true, action, run));
  }

  /// Shows what is wrong until it is not.
  ///
  /// @return for [#over]
  public Notice trouble(String text) {
    return trouble(new Notice(text, true, null, null));
  }

  private Notice trouble(Notice notice) {
    LOG.warn("Shown as a notice: {}", notice.text());
    current.set(notice);
    return notice;
  }

  /// Takes a notice back, unless another is shown by now.
  public void over(Notice notice) {
    if (notice.equals(current.get())) {
      dismiss();
    }
  }

  /// Shows a failure: its own sentence if it has one that was written to be shown.
  public void failed(Throwable failure) {
    if (failure instanceof GalleryException) {
      LOG.warn("Shown as a notice: {}", failure.getMessage());
    } else {
      LOG.warn("Shown as a notice", failure);
    }
    current.set(new Notice(sentence(failure), true, null, null));
  }

  /// What to tell the user of a failure.
  public static String sentence(Throwable failure) {
    String said = failure.getMessage();
    return failure instanceof GalleryException && said != null ? said : text("notice.unexpected");
  }

  /// Runs the action of the notice that is shown, if it has one.
  public void act() {
    Notice shown = current.get();
    dismiss();
    if (shown != null && shown.run() != null) {
      shown.run().run();
    }
  }

  public void dismiss() {
    current.set(null);
  }
}
