package app.likeness.ui.people;

import static app.likeness.ui.Strings.text;

import app.likeness.gallery.People;
import app.likeness.model.Act;
import app.likeness.model.Decision;
import app.likeness.ui.Background;
import app.likeness.ui.controls.Notices;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// Writes what is decided in this window, says so with an Undo, and can take it back in order.
public final class Acts {
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
  /// @param told what the notice says once it is done
  public void decide(List<Decision> decisions, String told) {
    decide(decisions, told, () -> {});
  }

  /// @param then runs after the notice is shown, and may show a better one
  public void decide(List<Decision> decisions, String told, Runnable then) {
    act(
        () -> people.decide(decisions),
        act -> {
          undone.clear();
          done.push(act.seq());
          notices.show(told, text("act.undo"), this::undo);
          then.run();
        });
  }

  /// Takes back an act of any time, as shown in a history.
  public void undo(long seq) {
    act(
        () -> people.undo(seq),
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
        () -> people.undo(last),
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
        () -> people.undo(last),
        act -> {
          done.push(act.seq());
          notices.show(text("act.redone"), text("act.undo"), this::undo);
        });
  }

  private void act(Callable<Act> work, Consumer<Act> then) {
    background.job(work).then(then).lastly(() -> version.set(version.get() + 1)).start();
  }
}
