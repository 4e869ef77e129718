package app.likeness.ui.people;

import app.likeness.catalog.Changes;
import app.likeness.catalog.PeopleQuery;
import app.likeness.gallery.People;
import app.likeness.model.Person;
import app.likeness.model.PersonId;
import app.likeness.ui.Background;
import app.likeness.ui.controls.GridItems;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Who is shown in the People grid, in what order, and what can be done with them.
public final class PeopleModel {
  /// Strangers seen once are counted up to here.
  static final int COUNTED = 1000;

  /// How many were seen once.
  ///
  /// @param more whether there are more than were counted
  public record Strangers(int count, boolean more) {
    static final Strangers NONE = new Strangers(0, false);
  }

  private final People people;
  private final Background background;
  private final PeopleVerbs verbs;
  private final ObjectProperty<PeopleQuery.Order> order =
      new SimpleObjectProperty<>(this, "order", PeopleQuery.Order.NAMED);
  private final StringProperty search = new SimpleStringProperty(this, "search", "");
  private final BooleanProperty hidden = new SimpleBooleanProperty(this, "hidden");
  private final BooleanProperty unfolded = new SimpleBooleanProperty(this, "unfolded");
  private final ReadOnlyObjectWrapper<Strangers> strangers =
      new ReadOnlyObjectWrapper<>(this, "strangers", Strangers.NONE);
  private final GridItems<PersonId, Person> items;
  private boolean typing;
  private boolean late;

  public PeopleModel(People people, Background background, PeopleVerbs verbs) {
    this.people = people;
    this.background = background;
    this.verbs = verbs;
    items = new GridItems<>(source(), background);
    order.subscribe(this::open);
    search.subscribe(this::open);
    hidden.subscribe(this::open);
    unfolded.subscribe(this::open);
    verbs.acts().versionProperty().subscribe((_, _) -> reload());
  }

  // ---- properties

  public ObjectProperty<PeopleQuery.Order> orderProperty() {
    return order;
  }

  /// Part of a name; narrows what is shown.
  public StringProperty searchProperty() {
    return search;
  }

  /// Whether the hidden are shown instead of the others.
  public BooleanProperty hiddenProperty() {
    return hidden;
  }

  /// Whether strangers seen once are shown too.
  public BooleanProperty unfoldedProperty() {
    return unfolded;
  }

  public ReadOnlyObjectProperty<Strangers> strangersProperty() {
    return strangers.getReadOnlyProperty();
  }

  public GridItems<PersonId, Person> items() {
    return items;
  }

  public PeopleVerbs verbs() {
    return verbs;
  }

  // ---- verbs

  /// Reads again what may have changed; while somebody types a name, once they are done.
  public void follow(Changes changes) {
    if (changes.all() || !changes.persons().isEmpty()) {
      reload();
    }
  }

  /// Tells whether a name is being typed: nobody moves meanwhile.
  public void typing(boolean now) {
    typing = now;
    if (!now && late) {
      reload();
    }
  }

  private void reload() {
    late = typing;
    if (!typing) {
      items.reload();
      count();
    }
  }

  private void open() {
    items.open(source());
    count();
  }

  private PeopleSource source() {
    boolean all = hidden.get() || !search.get().isBlank();
    PeopleQuery query =
        new PeopleQuery(
            order.get(), search.get().strip(), hidden.get(), all ? 1 : PeopleSource.ONCE + 1, 0);
    return new PeopleSource(people, query, unfolded.get() && !all);
  }

  private void count() {
    if (hidden.get() || !search.get().isBlank()) {
      strangers.set(Strangers.NONE);
      return;
    }
    PeopleQuery once = PeopleSource.seenOnce(source().query());
    background
        .job(() -> people.list(once, null, COUNTED))
        .then(page -> strangers.set(new Strangers(page.items().size(), page.next() != null)))
        .start();
  }

  /// Who is in memory under an id, if it is.
  public @Nullable Person person(PersonId id) {
    return items.get(items.indexOf(id));
  }
}
