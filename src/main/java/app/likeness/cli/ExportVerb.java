package app.likeness.cli;

import app.likeness.gallery.Exporter;
import app.likeness.gallery.FileNames;
import app.likeness.gallery.Gallery;
import app.likeness.model.PersonId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `export PERSON DIR`: copies the originals of a person's photos into a folder.
@Command(name = "export", description = "Copy the photos of a person into a folder.")
final class ExportVerb extends Verb {
  @Parameters(index = "0", paramLabel = "PERSON", description = "An id, or a name that only one has.")
  private String person = "";

  @Parameters(index = "1", paramLabel = "DIR", description = "The folder; made if it is not there.")
  private Path target = Path.of("");

  private final List<String> exported = new ArrayList<>();

  ExportVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    return reading(this::export);
  }

  private void export(Gallery gallery) {
    Exporter exporter = new Exporter(gallery.photos(), target.toAbsolutePath().normalize());
    PersonId id = Lists.person(gallery, person).id();
    Lists.pages(
        cursor -> gallery.people().photosOf(id, cursor, Lists.PAGE),
        page ->
            page.forEach(
                shown -> {
                  Path file = exporter.export(shown.photo());
                  exported.add(FileNames.text(file));
                  console.progress(Lists.count(exported.size(), "photo"));
                }));
    console.progress("");
    if (json) {
      console.json(new Exported(exported));
    } else {
      console.say(Lists.count(exported.size(), "photo") + " copied to " + target);
    }
  }

  private record Exported(List<String> exported) {}
}
