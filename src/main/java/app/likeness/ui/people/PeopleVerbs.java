package app.likeness.ui.people;

import static app.likeness.ui.Strings.text;

import app.likeness.catalog.PeopleQuery;
import app.likeness.gallery.People;
import app.likeness.model.Decision;
import app.likeness.model.FaceId;
import app.likeness.model.Person;
import app.likeness.model.PersonId;
import app.likeness.ui.Background;
import app.likeness.ui.controls.Notices;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What can be decided about persons, wherever they are shown; every one of it can be undone.
public final class PeopleVerbs {
  private static final int NAMESAKES = 50;

  private static final Comparator<Person> NAMED_OR_LARGEST =
      Comparator.comparing((Person person) -> !person.name().isEmpty())
          .thenComparingInt(Person::photoCount)
          .thenComparing(Person::id, Comparator.reverseOrder());

  private final People people;
  private final Acts acts;
  private final Background background;
  private final Notices notices;

  public PeopleVerbs(People people, Acts acts, Background background, Notices notices) {
    this.people = people;
    this.acts = acts;
    this.background = background;
    this.notices = notices;
  }

  public Acts acts() {
    return acts;
  }

  /// Names somebody; an empty name takes it away. A name that another has offers to merge them.
  public void rename(Person person, String wanted) {
    String name = wanted.strip().replaceAll("\\s+", " ");
    if (!name.equals(person.name())) {
      String told = name.isEmpty() ? text("people.unnamed") : text("people.named", name);
      Gesture gesture = new Gesture(List.of(new Decision.Name(person.id(), name)), told);
      acts.decide(() -> gesture, () -> offerNamesake(person, name));
    }
  }

  private void offerNamesake(Person person, String name) {
    if (!name.isEmpty()) {
      background
          .job(() -> namesake(person, name))
          .then(
              found ->
                  found.ifPresent(
                      other ->
                          notices.show(
                              text("people.namesake", name),
                              text("people.merge"),
                              () -> merge(List.of(person.id(), other.id())))))
          .start();
    }
  }

  private Optional<Person> namesake(Person person, String name) {
    PeopleQuery query = new PeopleQuery(PeopleQuery.Order.COUNT, name, false, 1, 0);
    return people.list(query, null, NAMESAKES).items().stream()
        .filter(other -> other.name().equalsIgnoreCase(name) && !other.id().equals(person.id()))
        .findFirst();
  }

  /// Makes several persons one: the named or else the largest of them.
  public void merge(Collection<PersonId> ids) {
    List<PersonId> all = List.copyOf(ids);
    if (all.size() > 1) {
      acts.decide(
          () -> {
            List<Person> persons = present(all);
            return persons.size() < 2
                ? new Gesture(List.of(), "")
                : merging(persons, persons.stream().max(NAMED_OR_LARGEST).orElseThrow());
          },
          () -> {});
    }
  }

  /// Makes these persons one with another, who stays.
  public void merge(Collection<PersonId> ids, PersonId into) {
    List<PersonId> all = List.copyOf(ids);
    acts.decide(
        () -> {
          List<Person> stays = present(List.of(into));
          return stays.isEmpty()
              ? new Gesture(List.of(), "")
              : merging(present(all), stays.getFirst());
        },
        () -> {});
  }

  private List<Person> present(Collection<PersonId> ids) {
    return ids.stream().map(people::person).flatMap(Optional::stream).distinct().toList();
  }

  private static Gesture merging(List<Person> persons, Person into) {
    List<Decision> same =
        persons.stream()
            .filter(person -> !person.id().equals(into.id()))
            .map(person -> (Decision) new Decision.Same(person.id(), into.id()))
            .toList();
    return new Gesture(
        same,
        into.name().isEmpty()
            ? text("people.merged", same.size() + 1)
            : text("people.merged.into", same.size() + 1, into.name()));
  }

  /// Takes persons out of the grid, or back in.
  public void hide(Collection<PersonId> ids, boolean hidden) {
    if (!ids.isEmpty()) {
      List<Decision> decisions =
          ids.stream().map(id -> (Decision) new Decision.Hide(id, hidden)).toList();
      String told = text(hidden ? "people.hid" : "people.unhid", decisions.size());
      acts.decide(() -> new Gesture(decisions, told), () -> {});
    }
  }

  /// These faces are not theirs.
  public void reject(Collection<FaceId> faces, PersonId person) {
    Stream<Decision> each = faces.stream().map(face -> new Decision.Reject(face, Set.of(person)));
    List<Decision> decisions = each.toList();
    if (!decisions.isEmpty()) {
      String told = text("person.rejected", decisions.size());
      acts.decide(() -> new Gesture(decisions, told), () -> {});
    }
  }
}
