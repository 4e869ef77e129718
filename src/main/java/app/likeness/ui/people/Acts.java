package app.likeness.ui.people;

import static app.likeness.ui.Strings.text;

import app.likeness.gallery.People;
import app.likeness.model.Act;
import app.likeness.ui.Background;
import app.likeness.ui.controls.Notices;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/// Writes what is decided in this window, says so with an Undo, and can take it back in order.
public final class Acts {
  private record Done(@Nullable Act act, String told) {}

  private final People people;
  private final Background background;
  private final Notices notices;
  private final Deque<Long> done = new ArrayDeque<>();
  private final Deque<Long> undone = new ArrayDeque<>();
  private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper(this, "version");

  public Acts(People people, Background background, Notices notices) {
    this.people = people;
    this.background = background;
    this.notices = notices;
  }

  /// Changes after each act, so that lists can be read again.
  public ReadOnlyIntegerProperty versionProperty() {
    return version.getReadOnlyProperty();
  }

  /// Decides in the background.
  ///
  /// @param gesture may look at the gallery first; runs off the UI thread
  /// @param then runs after the notice is shown, and may show a better one
  public void decide(Callable<Gesture> gesture, Runnable then) {
    background
        .job(() -> decided(gesture.call()))
        .then(
            result -> {
              if (result.act() != null) {
                undone.clear();
                done.push(result.act().seq());
                notices.show(result.told(), text("act.undo"), this::undo);
                then.run();
              }
            })
        .lastly(this::changed)
        .start();
  }

  private Done decided(Gesture gesture) {
    return gesture.decisions().isEmpty()
        ? new Done(null, gesture.told())
        : new Done(people.decide(gesture.decisions()), gesture.told());
  }

  /// Takes back an act of any time, as shown in a history.
  public void undo(long seq) {
    act(
        seq,
        act -> {
          done.remove(seq);
          undone.clear();
          done.push(act.seq());
          notices.show(text("act.undone"), text("act.undo"), this::undo);
        });
  }

  /// Takes back the latest act of this window.
  public void undo() {
    Long last = done.poll();
    if (last == null) {
      notices.show(text("act.nothing-to-undo"));
      return;
    }
    act(
        last,
        act -> {
          undone.push(act.seq());
          notices.show(text("act.undone"), text("act.redo"), this::redo);
        });
  }

  /// Does again what was undone last: the undo of the undo.
  public void redo() {
    Long last = undone.poll();
    if (last == null) {
      notices.show(text("act.nothing-to-redo"));
      return;
    }
    act(
        last,
        act -> {
          done.push(act.seq());
          notices.show(text("act.redone"), text("act.undo"), this::undo);
        });
  }

  private void act(long undo, Consumer<Act> then) {
    background.job(() -> people.undo(undo)).then(then).lastly(this::changed).start();
  }

  private void changed() {
    version.set(version.get() + 1);
  }
}
