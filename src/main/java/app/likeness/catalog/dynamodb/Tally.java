package app.likeness.catalog.dynamodb;

import app.likeness.model.FaceId;
import app.likeness.model.PhotoId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Keeps occurrences, and the counts, covers and spans of the shown persons, true through a change.
///
/// Counts follow by what each photo adds or takes; only a merge, and what takes a person's cover or
/// their first or last photo away, reads their occurrences anew.
final class Tally {
  private final Unit unit;
  private final Set<String> recounted = new HashSet<>();
  private final Set<String> doubted = new HashSet<>();

  private Tally(Unit unit) {
    this.unit = unit;
  }

  /// Does some changes and then writes what they came to.
  static void settling(Unit unit, Consumer<Tally> changes) {
    Tally tally = new Tally(unit);
    changes.accept(tally);
    tally.recounted.forEach(tally::count);
    tally.doubted.forEach(person -> prune(unit, person));
  }

  /// Notes that a class has gained or lost members.
  void recount(String shown) {
    recounted.add(shown);
  }

  /// Notes persons of whom nothing may be left.
  void doubt(Collection<String> persons) {
    doubted.addAll(persons);
  }

  /// Changes the faces of one photo, or whose they are; classes of persons stay.
  void change(PhotoId photo, Runnable change) {
    List<OccurrenceRow> before = owned(photo);
    change.run();
    List<OccurrenceRow> after = owned(photo);
    after.forEach(row -> doubted.remove(row.own())); // who owns a face stays
    occurrences(before, after);
    Map<String, List<OccurrenceRow>> was = classes(before);
    Map<String, List<OccurrenceRow>> is = classes(after);
    Set<String> shown = new HashSet<>(was.keySet());
    shown.addAll(is.keySet());
    shown.forEach(
        each ->
            change(each, was.getOrDefault(each, List.of()), is.getOrDefault(each, List.of())));
  }

  private List<OccurrenceRow> owned(PhotoId photo) {
    List<OccurrenceRow> owned = new ArrayList<>();
    PhotoRow.find(unit, photo)
        .ifPresent(
            item -> {
              for (Item face : FaceRow.of(unit, photo.value())) {
                FaceRow.proposals(face).forEach(each -> doubted.add(each.person().value()));
                String own = FaceRow.own(face);
                if (own != null) {
                  doubted.add(own);
                  owned.add(new OccurrenceRow(own, FaceRow.id(face), face, item));
                }
              }
            });
    return owned;
  }

  private Map<String, List<OccurrenceRow>> classes(List<OccurrenceRow> rows) {
    return rows.stream().collect(Collectors.groupingBy(row -> shown(row.own())));
  }

  private String shown(String own) {
    return PersonRow.find(unit, own).map(PersonRow::shown).orElse(own);
  }

  private void occurrences(List<OccurrenceRow> before, List<OccurrenceRow> after) {
    Map<Key, OccurrenceRow> now = new HashMap<>();
    after.stream()
        .collect(Collectors.groupingBy(OccurrenceRow::own))
        .values()
        .forEach(faces -> now.putAll(OccurrenceRow.keyed(faces)));
    before.stream()
        .collect(Collectors.groupingBy(OccurrenceRow::own))
        .values()
        .forEach(
            faces ->
                OccurrenceRow.keyed(faces).keySet().stream()
                    .filter(key -> !now.containsKey(key))
                    .forEach(unit::remove));
    now.forEach((key, row) -> row.write(unit, key));
  }

  private void change(String shown, List<OccurrenceRow> was, List<OccurrenceRow> is) {
    PersonRow.change(
        unit,
        shown,
        person -> {
          if (loses(person, was, is)) {
            recount(shown);
            return person;
          }
          int photos = Integer.signum(is.size()) - Integer.signum(was.size());
          Count count = Count.of(person);
          is.forEach(row -> count.add(row.rank(), row.face().toString(), row.thumbKey(), row.place()));
          return count.write(
              person,
              (int) person.number("photoCount") + photos,
              (int) person.number("faceCount") + is.size() - was.size());
        });
  }

  /// Whether a person loses what they are covered or spanned by.
  private static boolean loses(Item person, List<OccurrenceRow> was, List<OccurrenceRow> is) {
    Set<String> places = is.stream().map(row -> time(row.place())).collect(Collectors.toSet());
    Set<String> ranks = is.stream().map(OccurrenceRow::rank).collect(Collectors.toSet());
    return was.stream()
        .anyMatch(
            row ->
                (row.face().toString().equals(person.raw("cover")) && !ranks.contains(row.rank()))
                    || (edge(person, time(row.place())) && !places.contains(time(row.place()))));
  }

  private static boolean edge(Item person, String time) {
    return time.equals(person.raw("first")) || time.equals(person.raw("last"));
  }

  private static String time(String place) {
    return place.substring(0, place.indexOf('#'));
  }

  private void count(String shown) {
    PersonRow.change(
        unit,
        shown,
        person -> {
          Set<String> photos = new HashSet<>();
          int faces = 0;
          Count count = new Count();
          for (String member : PersonRow.members(person)) {
            for (Item each : unit.query(Query.of(Table.OCCURRENCES, member)).toList()) {
              photos.add(OccurrenceRow.photo(each));
              faces++;
              FaceId face = OccurrenceRow.face(each);
              count.add(
                  each.text("rank", ""),
                  face.toString(),
                  each.text("thumbKey", ""),
                  each.text("placed", "#"));
            }
          }
          return count.write(PersonRow.alone(person) ? person : blank(person), photos.size(), faces);
        });
  }

  private static Item blank(Item person) {
    return person.change().without("name").without("hidden").done();
  }

  /// Forgets a person whom nothing names any more: no face, no proposal, no decision.
  static void prune(Unit unit, String id) {
    @Nullable Item person = PersonRow.find(unit, id).orElse(null);
    if (person == null
        || person.number("proposals") > 0
        || !person.texts("members").isEmpty()
        || unit.query(Query.of(Table.OCCURRENCES, id).fetching(1)).findAny().isPresent()
        || Mentions.person(unit, id)) {
      return;
    }
    PersonRow.write(unit, person, null);
    if (!PersonRow.alone(person)) {
      Members.without(unit, PersonRow.shown(person), id);
    }
  }

  /// The best face and the span of what is added.
  private static final class Count {
    private String rank = "";
    private @Nullable String cover;
    private @Nullable String thumbKey;
    private String first = "";
    private String last = "";

    static Count of(Item person) {
      Count count = new Count();
      count.rank = person.text("coverRank", "");
      count.cover = person.raw("cover");
      count.thumbKey = person.raw("repThumbKey");
      count.first = person.text("first", "");
      count.last = person.text("last", "");
      return count;
    }

    void add(String rank, String face, String thumbKey, String place) {
      if (this.rank.isEmpty() || rank.compareTo(this.rank) <= 0) {
        this.rank = rank;
        this.cover = face;
        this.thumbKey = thumbKey;
      }
      String time = time(place);
      first = first.isEmpty() || time.compareTo(first) < 0 ? time : first;
      last = time.compareTo(last) > 0 ? time : last;
    }

    Item write(Item person, int photos, int faces) {
      return person.change()
          .number("photoCount", photos)
          .number("faceCount", faces)
          .text("coverRank", rank)
          .text("cover", cover)
          .text("repThumbKey", thumbKey)
          .text("first", first)
          .text("last", last)
          .done();
    }
  }
}
