package app.likeness.cli;

import app.likeness.api.Forms;
import app.likeness.api.Forms.PersonForm;
import app.likeness.catalog.PeopleQuery;
import app.likeness.gallery.Gallery;
import app.likeness.model.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `people`: lists everybody who was found, most photos first.
@Command(name = "people", description = "List the people.")
final class PeopleVerb extends Verb {
  @Option(names = "--hidden", description = "List those who were hidden instead.")
  private boolean hidden;

  PeopleVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    return reading(this::list);
  }

  private void list(Gallery gallery) {
    List<PersonForm> all = new ArrayList<>();
    PeopleQuery query = new PeopleQuery(PeopleQuery.Order.COUNT, "", hidden, 1, 0);
    Lists.pages(
        cursor -> gallery.people().list(query, cursor, Lists.PAGE),
        page -> page.forEach(person -> show(gallery, person, all)));
    if (json) {
      console.json(new Forms.Persons(all));
    } else if (all.isEmpty()) {
      console.say(hidden ? "Nobody is hidden." : "Nobody yet: import some photos first.");
    }
  }

  private void show(Gallery gallery, Person person, List<PersonForm> all) {
    if (json) {
      String key = person.repThumbKey();
      all.add(PersonForm.of(person, gallery.photos().views(key == null ? Set.of() : Set.of(key))));
    } else {
      all.add(PersonForm.of(person, Map.of()));
      String name = person.name().isEmpty() ? "(no name)" : person.name();
      console.say("%s  %-30s %s".formatted(person.id(), name, Lists.count(person.photoCount(), "photo")));
    }
  }
}
