package app.likeness.gallery;

import app.likeness.catalog.Catalog;
import app.likeness.catalog.Changes;
import app.likeness.faces.FaceIndex;
import app.likeness.model.Face;
import app.likeness.model.FaceId;
import app.likeness.model.GalleryException;
import app.likeness.model.Match;
import app.likeness.model.Page;
import app.likeness.model.PersonId;
import app.likeness.model.PhotoId;
import app.likeness.model.Proposal;
import app.likeness.people.Decisions;
import app.likeness.people.Grouping;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/// Groups anew the people whom nobody has touched, around all faces that came since the last time.
///
/// Only the neighbourhood of what is new is looked at: the new faces, the free people they are
/// near, and those people's faces. All runs beside other work but the writing.
final class Regroup {
  private static final String DONE = "regrouped";
  private static final int PAGE = 1000;

  /// So often it is tried to group beside other work.
  private static final int ATTEMPTS = 3;

  private final Catalog catalog;
  private final Recognition recognition;
  private final Ledger ledger;
  private final Assignment assignment;
  private final PersonVectors vectors;

  Regroup(Catalog catalog, Recognition recognition, Ledger ledger, Assignment assignment) {
    this.catalog = catalog;
    this.recognition = recognition;
    this.ledger = ledger;
    this.assignment = assignment;
    vectors = new PersonVectors(catalog, recognition);
  }

  /// One at a time; interrupted, it leaves what is new for the next time.
  synchronized void run() {
    if (catalog.shared()) {
      caughtUp(() -> true);
    }
    long since = Long.parseLong(catalog.setting(DONE).orElse("0"));
    Map<FaceId, List<Match>> near = new TreeMap<>();
    long last = since;
    for (List<Proposal> page = fresh(since); !page.isEmpty(); page = fresh(last)) {
      look(page.stream().map(Proposal::face).toList(), near);
      last = page.getLast().serial();
    }
    if (last > since) {
      look(companions(near), near);
      Set<PersonId> changed = new HashSet<>(vectors.owners(near.keySet()));
      group(near);
      changed.addAll(vectors.owners(near.keySet()));
      vectors.renew(changed);
      // What was proposed while looking, here or by imports, is looked at the next time.
      catalog.setting(DONE, Long.toString(last));
    }
  }

  /// Everything is new to the next run: another model sees other likenesses.
  void forget() {
    catalog.setting(DONE, "0");
  }

  private List<Proposal> fresh(long since) {
    return catalog.faces().since(since, PAGE);
  }

  private void look(Collection<FaceId> faces, Map<FaceId, List<Match>> near) {
    FaceIndex index = recognition.index();
    for (FaceId face : faces) {
      if (Thread.currentThread().isInterrupted()) {
        throw new GalleryException.Unavailable("Grouping was interrupted; it goes on later.", null);
      }
      if (!near.containsKey(face)) {
        try {
          near.put(
              face, index.neighbours(face, Grouping.NEIGHBOURS, index.thresholds().regroup()));
        } catch (GalleryException.NotFound _) {
          // deleted meanwhile
        }
      }
    }
  }

  /// Every face of the free people that the new faces are, or are near to.
  private Set<FaceId> companions(Map<FaceId, List<Match>> near) {
    Decisions decisions = ledger.read();
    Set<FaceId> around = new HashSet<>(near.keySet());
    near.values().forEach(matches -> matches.forEach(match -> around.add(match.face())));
    Set<PersonId> persons =
        catalog.faces().find(around).values().stream()
            .map(Face::own)
            .filter(own -> own != null && !decisions.held(own))
            .collect(Collectors.toSet());
    Set<FaceId> faces = new HashSet<>();
    for (PersonId person : persons) {
      String cursor = null;
      do {
        Page<Face> page = catalog.faces().of(person, cursor, PAGE);
        page.items().forEach(face -> faces.add(face.id()));
        cursor = page.next();
      } while (cursor != null);
    }
    return faces;
  }

  /// Groups beside other work, again where somebody has changed meanwhile what the groups rest on;
  /// and at last where writes pass, so that it comes to an end.
  private void group(Map<FaceId, List<Match>> near) {
    for (int i = 0; i < ATTEMPTS; i++) {
      Groups groups = groups(near);
      if (caughtUp(() -> holds(groups) && write(groups))) {
        return;
      }
    }
    caughtUp(() -> write(groups(near)));
  }

  private boolean caughtUp(BooleanSupplier work) {
    return catalog.serially(
        () -> {
          assignment.catchUp();
          return work.getAsBoolean();
        });
  }

  /// Whose the free faces are to be, and what that rests on.
  ///
  /// @param seen where the changes went on when the first of it was read
  /// @param act the last act of the log then
  /// @param photos all that was looked at
  /// @param moved those faces that are to be somebody else's
  private record Groups(String seen, long act, Set<PhotoId> photos, Map<FaceId, PersonId> moved) {}

  private Groups groups(Map<FaceId, List<Match>> near) {
    String seen = catalog.changes(null).next();
    Decisions decisions = ledger.read();
    Map<FaceId, List<Match>> free = free(near, decisions);
    Map<FaceId, PersonId> own = own(free);
    free.keySet().retainAll(own.keySet());
    Map<FaceId, PersonId> moved =
        new TreeMap<>(
            Grouping.regroup(free, own, decisions, recognition.thresholds(), PersonId::mint));
    moved.entrySet().removeIf(entry -> entry.getValue().equals(own.get(entry.getKey())));
    return new Groups(seen, decisions.last(), photos(own.keySet()), moved);
  }

  private boolean holds(Groups groups) {
    Changes since = catalog.changes(groups.seen);
    return !since.all()
        && ledger.decisions().last() == groups.act
        && Collections.disjoint(since.photos(), groups.photos);
  }

  private boolean write(Groups groups) {
    catalog.faces().withdraw(groups.moved.keySet());
    groups.moved.forEach((face, person) -> catalog.faces().propose(face, person, 1));
    Set<PhotoId> photos = photos(groups.moved.keySet());
    ledger.project(photos);
    photos.forEach(assignment::assign);
    return true;
  }

  private static Set<PhotoId> photos(Collection<FaceId> faces) {
    return faces.stream().map(FaceId::photo).collect(Collectors.toSet());
  }

  private Map<FaceId, List<Match>> free(Map<FaceId, List<Match>> near, Decisions decisions) {
    Map<PhotoId, Map<FaceId, List<Proposal>>> proposals = new HashMap<>();
    Map<FaceId, List<Match>> free = new TreeMap<>(near);
    free.keySet()
        .removeIf(
            face ->
                !Grouping.free(
                    face,
                    proposals.computeIfAbsent(face.photo(), catalog.faces()::proposals),
                    decisions));
    return free;
  }

  /// Whose the faces to group are, those like them, and those beside them on their photos.
  private Map<FaceId, PersonId> own(Map<FaceId, List<Match>> near) {
    Set<FaceId> like = new HashSet<>();
    near.values().forEach(matches -> matches.forEach(match -> like.add(match.face())));
    Map<FaceId, Face> faces = new HashMap<>(catalog.faces().find(like));
    photos(near.keySet())
        .forEach(photo -> catalog.faces().of(photo).forEach(face -> faces.put(face.id(), face)));
    Map<FaceId, PersonId> own = new HashMap<>();
    faces.forEach(
        (id, face) -> {
          if (face.own() != null) {
            own.put(id, face.own());
          }
        });
    return own;
  }
}
