package app.likeness.gallery;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.Projected;
import app.likeness.catalog.Projected.Told;
import app.likeness.model.Act;
import app.likeness.model.Decision;
import app.likeness.model.Face;
import app.likeness.model.FaceId;
import app.likeness.model.PersonId;
import app.likeness.model.PhotoId;
import app.likeness.people.Decisions;
import app.likeness.people.Projection;
import app.likeness.people.Touched;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The decision log with what it means, and the tables kept equal to the projection of both.
///
/// All but [#read], [#readOn] and [#reload] is for use inside [Catalog#serially], so it needs no lock.
final class Ledger {
  private static final int PAGE = 1000;

  private final Catalog catalog;
  private volatile @Nullable Decisions decisions;

  Ledger(Catalog catalog) {
    this.catalog = catalog;
  }

  Decisions decisions() {
    Decisions known = decisions;
    if (known == null) {
      known = read();
      decisions = known;
    }
    return known;
  }

  /// Reads on what others have appended.
  void catchUp() {
    Decisions known = decisions;
    if (known != null) {
      readOn(known);
    }
  }

  /// Reads the log again: after an erasure struck something from it, or when work was rolled back.
  void reload() {
    decisions = null;
  }

  /// An act as it was appended.
  ///
  /// @param photos those whose faces it can have moved
  record Entry(Act act, Set<PhotoId> photos) {}

  /// Appends an act and writes all that it changes.
  Entry append(List<Decision> gesture) {
    Act act = new Act(decisions().last() + 1, Instant.now(), gesture);
    catalog.log().append(act);
    Touched touched = decisions().append(act);
    Set<PhotoId> photos =
        touched.faces().stream().map(FaceId::photo).collect(Collectors.toSet());
    project(photos);
    show(touched.persons());
    return new Entry(act, photos);
  }

  /// Brings the own persons of these photos' faces up to date.
  void project(Set<PhotoId> photos) {
    Map<FaceId, @Nullable PersonId> changed = new HashMap<>();
    for (PhotoId photo : photos) {
      List<Face> faces = catalog.faces().of(photo);
      var proposals = new HashMap<>(catalog.faces().proposals(photo));
      faces.forEach(face -> proposals.putIfAbsent(face.id(), List.of()));
      var own = Projection.own(decisions(), proposals);
      for (Face face : faces) {
        PersonId now = own.get(face.id());
        if (!Objects.equals(now, face.own())) {
          changed.put(face.id(), now);
        }
      }
    }
    if (!changed.isEmpty()) {
      catalog.people().apply(new Projected(changed, Map.of(), Set.of()));
    }
  }

  private void show(Set<PersonId> persons) {
    if (persons.isEmpty()) {
      return;
    }
    Decisions now = decisions();
    Map<PersonId, PersonId> shown = new HashMap<>();
    catalog.people().existing(persons).forEach(person -> shown.put(person, now.shown(person)));
    // Each name once: it is looked for among all of a class.
    Set<Told> told =
        Set.copyOf(shown.values()).stream()
            .map(as -> new Told(as, now.name(as), now.hidden(as)))
            .collect(Collectors.toSet());
    catalog.people().apply(new Projected(Map.of(), shown, told));
  }

  /// Reads the whole log, for whoever looks without standing where writes pass.
  Decisions read() {
    List<Act> acts = new ArrayList<>();
    after(0, acts::add);
    return Decisions.of(acts);
  }

  /// Reads what was appended to the log since some decisions were read, on the same terms.
  void readOn(Decisions read) {
    after(read.last(), read::append);
  }

  private void after(long seq, Consumer<Act> each) {
    List<Act> page;
    long last = seq;
    do {
      page = catalog.log().after(last, PAGE);
      page.forEach(each);
      last += page.size(); // they are numbered without gaps
    } while (page.size() == PAGE);
  }
}
