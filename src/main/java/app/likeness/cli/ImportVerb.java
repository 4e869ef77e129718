package app.likeness.cli;

import app.likeness.api.Forms;
import app.likeness.catalog.ImportRow;
import app.likeness.catalog.ImportState;
import app.likeness.gallery.FileNames;
import app.likeness.gallery.Importer;
import app.likeness.gallery.Workspace;
import app.likeness.model.GalleryException.Unreachable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `import PATH…`: copies photos into the gallery and finds the people on them.
@Command(
    name = "import",
    description = {
      "Import photos, and all photos in folders.",
      "Copies are imported; your files stay as they are."
    })
final class ImportVerb extends Verb {
  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Photos, and folders with photos.")
  private List<Path> paths = new ArrayList<>();

  private static final long BETWEEN_NANOS = 200_000_000;

  private final AtomicLong told = new AtomicLong(System.nanoTime());
  private final AtomicBoolean waiting = new AtomicBoolean();
  private final Set<Long> heard = new HashSet<>();
  private final Tally tally = new Tally();

  ImportVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Workspace.Session session = workspace().open()) {
      return bring(session);
    }
  }

  private int bring(Workspace.Session session) throws InterruptedException {
    List<Path> roots = paths.stream().map(FileNames::whole).toList();
    Importer imports = session.imports();
    try (var _ = imports.onDone(row -> done(row, roots));
        var _ = imports.onChange(() -> changed(imports))) {
      imports.add(roots);
      imports.await();
      console.progress("");
      unsupported(imports);
    } finally {
      if (json) {
        console.json(tally.summary());
      } else {
        console.say(tally.sentence());
      }
    }
    if (imports.counts().of(ImportState.FAILED) == 0) {
      imports.clearDone(); // else the window still shows what failed, with a way to retry it
    }
    return tally.failed() == 0 ? 0 : CommandLineApp.FAILED;
  }

  private void unsupported(Importer imports) {
    imports
        .counts()
        .unsupported()
        .forEach(
            (kind, files) ->
                console.err().println(
                    Lists.count(files, kind + " file") + " passed over: not supported yet."));
    console.err().flush();
  }

  /// Rows that an earlier run has left are brought in as well, but nobody asked to hear of them; nor
  /// twice of a file that was named twice, as in its folder and by itself.
  private synchronized void done(ImportRow row, List<Path> roots) {
    if (roots.stream().noneMatch(row.file()::startsWith) || !heard.add(row.id())) {
      return;
    }
    tally.count(row);
    if (json) {
      console.json(Forms.Imported.of(row));
    } else if (row.state() == ImportState.FAILED || row.reason() != null) {
      console.progress("");
      console.say(FileNames.text(row.file()) + ": " + row.reason());
    }
  }

  private void changed(Importer imports) {
    var unreachable = imports.trouble().filter(Unreachable.class::isInstance);
    if (unreachable.isPresent() && !waiting.getAndSet(true)) {
      console.progress("");
      console.err().println(unreachable.get().getMessage() + " The photos wait until it does.");
      console.err().flush();
    } else if (unreachable.isEmpty()) {
      waiting.set(false);
      progress(imports);
    }
  }

  /// Now and then: it is called for every piece of every file.
  private void progress(Importer imports) {
    long now = System.nanoTime();
    if (!console.interactive() || now - told.get() < BETWEEN_NANOS) {
      return;
    }
    told.set(now);
    var counts = imports.counts();
    console.progress(
        "%d of %d photos".formatted(counts.total() - counts.open(), counts.total()));
  }

  /// Counts what came of the files.
  private static final class Tally {
    private final long start = System.nanoTime();
    private int ready;
    private int already;
    private int failed;
    private int faces;

    synchronized void count(ImportRow row) {
      switch (row.state()) {
        case READY -> {
          ready++;
          faces += row.faces();
        }
        case ALREADY -> already++;
        default -> failed++;
      }
    }

    int failed() {
      return failed;
    }

    private double seconds() {
      return Math.round((System.nanoTime() - start) / 1e6) / 1e3;
    }

    Forms.ImportSummary summary() {
      return new Forms.ImportSummary(new Forms.Summary(ready, already, failed, faces, seconds()));
    }

    String sentence() {
      return "%d imported with %s, %d already here, %d failed, in %.1f s"
          .formatted(ready, Lists.count(faces, "face"), already, failed, seconds());
    }
  }
}
