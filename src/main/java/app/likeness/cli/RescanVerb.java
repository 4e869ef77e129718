package app.likeness.cli;

import app.likeness.gallery.Gallery;
import app.likeness.gallery.People;
import app.likeness.gallery.Workspace;
import picocli.CommandLine.Command;

/// `rescan`: finds the faces of every photo again; what people decided stays.
@Command(name = "rescan", description = "Find the faces of all photos again; decisions stay.")
final class RescanVerb extends Verb {
  RescanVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    try (Workspace.Opened opened = workspace().write()) {
      return scan(opened.gallery());
    }
  }

  private int scan(Gallery gallery) {
    People.Scanned scanned =
        gallery
            .people()
            .rescan(p -> console.progress("%d of %d photos".formatted(p.done(), p.total())));
    console.progress("");
    var totals = gallery.totals();
    if (json) {
      console.json(new Rescanned(totals.photos(), totals.faces(), scanned.failed()));
    } else {
      console.say("%s, %s.".formatted(
              Lists.count(totals.photos(), "photo"), Lists.count(totals.faces(), "face")));
    }
    if (scanned.failed() == 0) {
      return 0;
    }
    String failed = Lists.count(scanned.failed(), "photo");
    console.err().println(failed + " could not be scanned; " + scanned.reason());
    console.err().flush();
    return CommandLineApp.FAILED;
  }

  private record Rescanned(int photos, int faces, int failed) {}
}
