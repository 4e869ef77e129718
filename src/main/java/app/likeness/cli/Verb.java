package app.likeness.cli;

import app.likeness.gallery.Gallery;
import app.likeness.gallery.Workspace;
import app.likeness.model.Act;
import app.likeness.model.Decision;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What all verbs have in common: which gallery, and whether to answer as JSON.
abstract class Verb implements Callable<Integer> {
  @Option(
      names = "--gallery",
      paramLabel = "DIR",
      description = "The gallery's folder; by default where your system keeps applications' data.")
  private @Nullable Path folder;

  @Option(names = "--json", description = "Answer as JSON.")
  boolean json;

  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
  boolean help;

  final Console console;

  Verb(Console console) {
    this.console = console;
  }

  final Workspace workspace() {
    return console.workspaces().apply(Optional.ofNullable(folder));
  }

  /// Work that only looks; it runs beside an open window.
  interface Looking {
    void look(Gallery gallery);
  }

  final int reading(Looking looking) {
    try (Workspace.Reading reading = workspace().read()) {
      looking.look(reading.gallery());
    }
    return 0;
  }

  /// Work that writes; refused while another process has the gallery open.
  interface Writing {
    int write(Workspace.Session session) throws InterruptedException;
  }

  final int writing(Writing writing) throws InterruptedException {
    try (Workspace.Session session = workspace().open()) {
      return writing.write(session);
    }
  }

  final int deciding(Gestures gestures) throws InterruptedException {
    return writing(
        session -> {
          Act act = session.gallery().people().decide(gestures.of(session.gallery()));
          told(session.gallery(), act);
          return 0;
        });
  }

  interface Gestures {
    List<Decision> of(Gallery gallery);
  }

  final void told(Gallery gallery, Act act) {
    var past = gallery.people().history(act.seq() + 1, 1).getFirst();
    if (json) {
      console.json(app.likeness.api.Forms.ActForm.of(past));
    } else {
      console.say(past.text() + " (act " + act.seq() + "; \"undo " + act.seq() + "\" takes it back)");
    }
  }
}
