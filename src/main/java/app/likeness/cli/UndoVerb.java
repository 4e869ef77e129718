package app.likeness.cli;

import app.likeness.gallery.Gallery;
import app.likeness.gallery.People.Past;
import app.likeness.model.Decision;
import app.likeness.model.GalleryException.NotFound;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `undo [ACT]`: takes back the latest act that stands, or any other.
@Command(name = "undo", description = "Take back an act, the latest by default.")
final class UndoVerb extends Verb {
  @Parameters(index = "0", arity = "0..1", paramLabel = "ACT", description = "Its number, as \"history\" lists it.")
  private @Nullable Long act;

  UndoVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    return deciding(
        gallery -> List.of(new Decision.Undo(act != null ? act : latest(gallery))));
  }

  /// The latest that stands and is no undo itself: asked again and again, it goes further back.
  private static long latest(Gallery gallery) {
    long before = 0;
    List<Past> page = gallery.people().history(before, Lists.PAGE);
    while (!page.isEmpty()) {
      for (Past past : page) {
        if (!past.undone() && !past.kind().equals("Undo") && !past.kind().equals("Erased")) {
          return past.act().seq();
        }
      }
      page = gallery.people().history(page.getLast().act().seq(), Lists.PAGE);
    }
    throw new NotFound("There is nothing to undo.");
  }
}
