package app.likeness.cli;

import picocli.CommandLine.Command;

/// `rescan`: finds the faces of every photo again; what people decided stays.
@Command(name = "rescan", description = "Find the faces of all photos again; decisions stay.")
final class RescanVerb extends Verb {
  RescanVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    return writing(
        gallery -> {
          gallery
              .people()
              .rescan(p -> console.progress("%d of %d photos".formatted(p.done(), p.total())));
          console.progress("");
          var totals = gallery.totals();
          if (json) {
            console.json(new Rescanned(totals.photos(), totals.faces()));
          } else {
            console.say("%s, %s.".formatted(
                    Lists.count(totals.photos(), "photo"), Lists.count(totals.faces(), "face")));
          }
        });
  }

  private record Rescanned(int photos, int faces) {}
}
