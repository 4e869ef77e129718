package app.likeness.cli;

import app.likeness.gallery.Gallery;
import app.likeness.gallery.Workspace;
import app.likeness.model.Act;
import app.likeness.model.Decision;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What all verbs have in common: which gallery, and whether to answer as JSON.
abstract class Verb implements Callable<Integer> {
  @Option(
      names = "--gallery",
      paramLabel = "DIR|URL|cloud[:NAME]",
      description = {
        "The gallery's folder, by default where your system keeps applications' data;",
        "or the address of a server, like https://photos.example; or cloud, as \"cloud init\"",
        "has set it up, with a name where there are several."
      })
  private @Nullable Where gallery;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "Holds the token for a server; else LIKENESS_TOKEN in the environment does.")
  private @Nullable Path tokenFile;

  @Option(names = "--json", description = "Answer as JSON.")
  boolean json;

  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
  boolean help;

  @Spec CommandSpec spec = CommandSpec.create();

  final Console console;

  Verb(Console console) {
    this.console = console;
  }

  /// The gallery that is meant; what was said before the verb holds as well.
  final Where where() {
    Where said = said(verb -> verb.gallery).orElseGet(Where.Usual::new);
    return said instanceof Where.Server server
        ? new Where.Server(server.root(), said(verb -> verb.tokenFile))
        : said;
  }

  private <T> Optional<T> said(Function<Verb, @Nullable T> option) {
    return Stream.iterate(spec, Objects::nonNull, CommandSpec::parent)
        .map(each -> each.userObject())
        .filter(Verb.class::isInstance)
        .map(verb -> option.apply((Verb) verb))
        .filter(Objects::nonNull)
        .findFirst();
  }

  final Workspace workspace() {
    return console.wiring().workspace(where());
  }

  /// Work on an open gallery.
  interface Work {
    void on(Gallery gallery);
  }

  /// Work that only looks; it runs beside an open window.
  final int reading(Work work) {
    try (Workspace.Opened opened = workspace().read()) {
      work.on(opened.gallery());
    }
    return 0;
  }

  /// Work that writes; refused while another process alone may.
  final int writing(Work work) {
    try (Workspace.Opened opened = workspace().write()) {
      work.on(opened.gallery());
    }
    return 0;
  }

  final int deciding(Gestures gestures) {
    return writing(
        gallery -> told(gallery, gallery.people().decide(gestures.of(gallery))));
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
