package app.likeness.ui.people;

import static app.likeness.ui.Strings.text;

import app.likeness.catalog.PeopleQuery;
import app.likeness.gallery.People;
import app.likeness.model.Page;
import app.likeness.model.Person;
import app.likeness.model.PersonId;
import app.likeness.ui.controls.GridSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Persons for the grid: those to show, and below them, if unfolded, the strangers seen once.
///
/// @param strangers whether to show those too
record PeopleSource(People people, PeopleQuery query, boolean strangers)
    implements GridSource<PersonId, Person> {
  static final int ONCE = 1;

  private static final Section SHOWN = new Section("shown", "", Section.UNKNOWN);

  @Override
  public List<Section> sections() {
    return strangers
        ? List.of(SHOWN, new Section("once", text("people.once"), Section.UNKNOWN))
        : List.of(SHOWN);
  }

  @Override
  public Page<Person> page(Section section, @Nullable String cursor, int limit) {
    return people.list(section.equals(SHOWN) ? query : seenOnce(query), cursor, limit);
  }

  @Override
  public PersonId key(Person item) {
    return item.id();
  }

  static PeopleQuery seenOnce(PeopleQuery query) {
    return new PeopleQuery(query.order(), query.search(), query.hidden(), ONCE, ONCE);
  }
}
