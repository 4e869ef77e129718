package app.likeness.cli;

import app.likeness.api.Forms;
import app.likeness.api.Forms.ActForm;
import app.likeness.gallery.Gallery;
import app.likeness.gallery.People.Past;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/// `history`: tells what was decided about people, newest first.
@Command(name = "history", description = "Tell what was decided, newest first.")
final class HistoryVerb extends Verb {
  HistoryVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    return reading(this::tell);
  }

  private void tell(Gallery gallery) {
    List<ActForm> acts = new ArrayList<>();
    List<Past> page;
    long before = 0;
    do {
      page = gallery.people().history(before, Lists.PAGE);
      page.forEach(past -> tell(past, acts));
      before = page.isEmpty() ? 0 : page.getLast().act().seq();
    } while (page.size() == Lists.PAGE);
    if (json) {
      console.json(new Forms.History(acts));
    }
  }

  private void tell(Past past, List<ActForm> acts) {
    if (json) {
      acts.add(ActForm.of(past));
    } else {
      String undone = past.undone() ? "  (undone)" : "";
      console.say("%d  %s  %s%s".formatted(past.act().seq(), past.act().at(), past.text(), undone));
    }
  }
}
