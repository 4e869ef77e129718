package app.likeness.ui.settings;

import static app.likeness.ui.Strings.text;

import app.likeness.gallery.Backend;
import app.likeness.gallery.CloudSettings;
import app.likeness.gallery.Switchboard;
import app.likeness.gallery.Workspace.Site.Kind;
import app.likeness.model.GalleryException;
import app.likeness.ui.Background;
import app.likeness.ui.controls.Notices;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// On what the gallery lies: what was entered, what testing that said, and changing to it.
public final class BackendModel {
  /// What testing or creating said.
  ///
  /// @param creatable whether what is missing might be created
  /// @param sentences what is missing, or that nothing is
  public record Verdict(boolean good, boolean creatable, List<String> sentences) {}

  private final Switchboard board;
  private final Background background;
  private final Runnable changed;
  private final BackendForm form = new BackendForm();
  private final ObjectProperty<Kind> kind;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
  private final ReadOnlyObjectWrapper<@Nullable Verdict> verdict =
      new ReadOnlyObjectWrapper<>(this, "verdict");

  /// @param now what the gallery lies on
  /// @param changed told when it is to be opened again, elsewhere
  public BackendModel(Switchboard board, Kind now, Background background, Runnable changed) {
    this.board = board;
    this.background = background;
    this.changed = changed;
    kind = new SimpleObjectProperty<>(this, "kind", now);
    kind.subscribe(() -> verdict.set(null));
    background.job(board::known).then(form::fill).start();
  }

  public BackendForm form() {
    return form;
  }

  public ObjectProperty<Kind> kindProperty() {
    return kind;
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Verdict> verdictProperty() {
    return verdict.getReadOnlyProperty();
  }

  private Backend entered() {
    return switch (kind.get()) {
      case EMBEDDED -> new Backend.Embedded();
      case CLOUD -> new Backend.Cloud(form.cloud());
      case REMOTE -> form.remote();
    };
  }

  /// Says what is missing, and changes nothing.
  public void test() {
    ask(board::test, text("backend.good"), () -> {});
  }

  /// Changes to what was entered, if nothing is missing.
  public void change() {
    ask(
        backend -> {
          List<String> missing = board.test(backend);
          if (missing.isEmpty()) {
            board.change(backend);
          }
          return missing;
        },
        text("backend.changed"),
        changed);
  }

  /// Creates in the cloud what is missing there.
  public void create() {
    ask(
        backend -> {
          CloudSettings settings = ((Backend.Cloud) backend).settings();
          board.create(settings);
          return board.test(backend);
        },
        text("backend.created"),
        () -> {});
  }

  private interface Question {
    List<String> ask(Backend backend);
  }

  private void ask(Question question, String good, Runnable then) {
    Optional<Backend> backend = valid();
    if (busy.get() || backend.isEmpty()) {
      return;
    }
    busy.set(true);
    verdict.set(null);
    Callable<List<String>> asking = () -> question.ask(backend.get());
    background
        .job(asking)
        .then(missing -> told(missing, good, then))
        .orElse(this::failed)
        .lastly(() -> busy.set(false))
        .start();
  }

  private Optional<Backend> valid() {
    try {
      return Optional.of(entered());
    } catch (GalleryException e) {
      failed(e);
      return Optional.empty();
    }
  }

  private void told(List<String> missing, String good, Runnable then) {
    if (missing.isEmpty()) {
      verdict.set(new Verdict(true, false, List.of(good)));
      then.run();
    } else {
      verdict.set(new Verdict(false, kind.get() == Kind.CLOUD, missing));
    }
  }

  private void failed(Throwable failure) {
    verdict.set(new Verdict(false, false, List.of(Notices.sentence(failure))));
  }
}
