package app.likeness.catalog.dynamodb;

import app.likeness.catalog.Cursor;
import app.likeness.catalog.PeopleQuery;
import app.likeness.catalog.PersonPhoto;
import app.likeness.catalog.PersonTable;
import app.likeness.catalog.Projected;
import app.likeness.catalog.Projected.Told;
import app.likeness.model.Face;
import app.likeness.model.FaceId;
import app.likeness.model.Page;
import app.likeness.model.Person;
import app.likeness.model.PersonId;
import app.likeness.model.PhotoId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The persons in `Persons`, and their photos in `Occurrences`.
final class DynamoPersons implements PersonTable {
  private final Writer writer;

  DynamoPersons(Writer writer) {
    this.writer = writer;
  }

  @Override
  public Page<Person> list(PeopleQuery query, @Nullable String cursor, int limit) {
    return new PeopleList(writer.view(), query, Cursor.limit(limit) + 1).page(cursor, limit);
  }

  @Override
  public Optional<Person> find(PersonId id) {
    View view = writer.view();
    return PersonRow.find(view, id.value())
        .flatMap(
            item ->
                PersonRow.alone(item)
                    ? Optional.of(item)
                    : PersonRow.find(view, PersonRow.shown(item)))
        .map(PersonRow::read);
  }

  @Override
  public Page<PersonPhoto> photosOf(PersonId shown, @Nullable String cursor, int limit) {
    String after = cursor == null ? null : Cursor.parts(cursor, 1).getFirst();
    View view = writer.view();
    Query first =
        Query.of(Index.OCCURRENCES_BY_DATE, "")
            .backwards()
            .after(after)
            .fetching(Cursor.limit(limit) + 1);
    Set<String> members =
        PersonRow.find(view, shown.value()).map(PersonRow::members).orElse(Set.of());
    Stream<Item> occurrences =
        Merged.of(members.stream().map(own -> view.query(first.in(own))).toList(), first.order());
    Page<Best> photos = Cursor.page(Best.of(occurrences), limit, best -> Cursor.of(best.place()));
    return new Page<>(at(view, photos.items()), photos.next());
  }

  /// The photos of a page, each with the person's best face on it; all in three requests.
  private static List<PersonPhoto> at(View view, List<Best> photos) {
    Map<Key, Item> items =
        view.get(photos.stream().map(best -> Table.PHOTOS.key(best.photo())).toList());
    Map<FaceId, Face> faces =
        DynamoFaces.find(
            view, photos.stream().map(best -> OccurrenceRow.face(best.occurrence())).toList());
    return photos.stream()
        .flatMap(
            best -> {
              Item photo = items.get(Table.PHOTOS.key(best.photo()));
              Face face = faces.get(OccurrenceRow.face(best.occurrence()));
              // The index may be a moment behind.
              return photo == null || face == null
                  ? Stream.empty()
                  : Stream.of(new PersonPhoto(PhotoRow.read(photo), face));
            })
        .toList();
  }

  @Override
  public Set<PersonId> existing(Collection<PersonId> ids) {
    Map<Key, Item> found =
        writer.view().get(ids.stream().map(id -> Table.PERSONS.key(id.value())).toList());
    return ids.stream()
        .filter(id -> found.containsKey(Table.PERSONS.key(id.value())))
        .collect(Collectors.toSet());
  }

  @Override
  public void apply(Projected change) {
    writer.write(
        unit -> {
          Tally.settling(
              unit,
              tally -> {
                know(unit, tally, change);
                move(unit, tally, change.own());
                change.shown().forEach((person, as) -> show(unit, tally, person, as));
                change.told().forEach(told -> tell(unit, told));
              });
          return true;
        });
  }

  private static void know(Unit unit, Tally tally, Projected change) {
    Set<PersonId> named = new HashSet<>(change.shown().keySet());
    named.addAll(change.shown().values());
    change.told().forEach(told -> named.add(told.person()));
    for (PersonId own : change.own().values()) {
      if (own != null) {
        named.add(own);
      }
    }
    for (PersonId person : named) {
      if (PersonRow.know(unit, person.value())) {
        tally.doubt(Set.of(person.value()));
      }
    }
  }

  private static void move(Unit unit, Tally tally, Map<FaceId, @Nullable PersonId> owners) {
    Map<PhotoId, List<FaceId>> photos =
        owners.keySet().stream().collect(Collectors.groupingBy(FaceId::photo));
    photos.forEach(
        (photo, faces) ->
            tally.change(photo, () -> faces.forEach(face -> own(unit, face, owners.get(face)))));
  }

  private static void own(Unit unit, FaceId face, @Nullable PersonId person) {
    unit.get(FaceRow.key(face))
        .ifPresent(item -> unit.put(Table.FACES, item.change().text("own", person).done()));
  }

  private static void show(Unit unit, Tally tally, PersonId person, PersonId as) {
    String before = Members.show(unit, person.value(), as.value());
    if (!before.equals(as.value())) {
      tally.recount(before);
      tally.recount(as.value());
      tally.recount(person.value());
    }
  }

  private static void tell(Unit unit, Told told) {
    PersonRow.change(
        unit,
        told.person().value(),
        item ->
            PersonRow.alone(item)
                ? item.change().text("name", told.name()).flag("hidden", told.hidden()).done()
                : item);
  }
}
